package dev.switchboard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Many subscribers of one board, read by one thread, so that they cost the machine little. */
final class Crowd implements AutoCloseable {

  private final Selector selector = Selector.open();
  private final List<CrowdMember> members = new CopyOnWriteArrayList<>();
  private final Thread reader = new Thread(this::readOn, "crowd");

  Crowd() throws IOException {
    reader.start();
  }

  void join(Account account, Board board) throws IOException {
    URI home = account.home().base();
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(home.getHost(), home.getPort()));
    CrowdMember member = new CrowdMember(channel, board);
    members.add(member);
    member.upgrade(account);
    channel.configureBlocking(false);
    selector.wakeup();
    channel.register(selector, SelectionKey.OP_READ, member);
    selector.wakeup();
  }

  boolean isSubscribed() {
    return members.stream().allMatch(CrowdMember::isSubscribed);
  }

  boolean everybodyHas(int messages) {
    return members.stream().allMatch(member -> member.lastSequence() == messages);
  }

  boolean isHurt() {
    return !complaints().isEmpty();
  }

  List<String> complaints() {
    return members.stream().flatMap(member -> member.complaint().stream()).toList();
  }

  /** The time from the sending of the command to the reading of the frame. */
  String latencies() {
    long[] sorted = members.stream().flatMapToLong(CrowdMember::latencies).sorted().toArray();
    return Stream.of(50, 99, 100)
        .map(percent -> "p%d %.1f ms".formatted(percent, percentile(sorted, percent) / 1e6))
        .toList()
        .toString();
  }

  @Override
  public void close() {
    try {
      selector.close();
      reader.join();
      for (CrowdMember member : members) {
        member.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long percentile(long[] sorted, int percent) {
    return Arrays.stream(sorted)
        .skip(Math.max(0, sorted.length * (long) percent / 100 - 1))
        .findFirst()
        .orElse(0);
  }

  private void readOn() {
    try {
      while (selector.isOpen()) {
        selector.select(key -> ((CrowdMember) key.attachment()).read(key));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClosedSelectorException end) {
      return;
    }
  }
}
