package dev.switchboard.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** One subscriber of a crowd: follows the numbers and complains of the first that is not next. */
final class CrowdMember {

  private static final Pattern NUMBER = Pattern.compile("\"sequenceNumber\":\\s*(\\d+)");
  private static final Pattern SENT = Pattern.compile("\"data\":\\s*\"(\\d+)\"");
  private static final byte[] NO_MASK = new byte[4];

  private final SocketChannel channel;
  private final String subscription;
  private final ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
  private final LongStream.Builder latencies = LongStream.builder();
  private boolean upgraded;
  private volatile boolean subscribed;
  private volatile int lastSequence;
  private volatile @Nullable String complaint;

  CrowdMember(SocketChannel channel, Board board) {
    this.channel = channel;
    this.subscription = JsonText.of(Map.of("action", "subscribe", "boardId", board.id()));
  }

  void upgrade(Account account) throws IOException {
    send(ByteBuffer.wrap(Upgrade.request(account, "switchboard.v1").getBytes(US_ASCII)));
  }

  boolean isSubscribed() {
    return subscribed;
  }

  int lastSequence() {
    return lastSequence;
  }

  Optional<String> complaint() {
    return Optional.ofNullable(complaint);
  }

  LongStream latencies() {
    return latencies.build();
  }

  void close() throws IOException {
    channel.close();
  }

  /** Reads what is there; called by the one thread of the crowd. */
  void read(SelectionKey key) {
    try {
      if (channel.read(buffer) < 0) {
        complain("closed by the server");
        key.cancel();
      }
      buffer.flip();
      parse();
      buffer.compact();
    } catch (IOException e) {
      complain(e.toString());
      key.cancel();
    }
  }

  private void parse() throws IOException {
    if (!upgraded) {
      upgraded = skipHead();
    }
    boolean more = upgraded;
    while (more) {
      more = parseFrame();
    }
  }

  private boolean skipHead() throws IOException {
    String head = US_ASCII.decode(buffer.duplicate()).toString();
    int end = head.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    if (!head.startsWith("HTTP/1.1 101")) {
      throw new IOException(head);
    }
    buffer.position(buffer.position() + end + 4);
    sendFrame(1, subscription.getBytes(UTF_8));
    return true;
  }

  private boolean parseFrame() throws IOException {
    buffer.mark();
    if (buffer.remaining() < 2) {
      return false;
    }
    int opcode = buffer.get() & 0x0f;
    int length = buffer.get() & 0x7f;
    if (length == 126 && buffer.remaining() >= 2) {
      length = buffer.getShort() & 0xffff;
    }
    if (buffer.remaining() < length) {
      buffer.reset();
      return false;
    }
    ByteBuffer payload = buffer.slice(buffer.position(), length);
    buffer.position(buffer.position() + length);
    handle(opcode, payload);
    return true;
  }

  private void handle(int opcode, ByteBuffer payload) throws IOException {
    switch (opcode) {
      case 1 -> handleText(UTF_8.decode(payload).toString());
      case 8 -> complain("closed with " + (payload.getShort() & 0xffff));
      case 9 -> {
        byte[] ping = new byte[payload.remaining()];
        payload.get(ping);
        sendFrame(10, ping);
      }
      default -> complain("opcode " + opcode);
    }
  }

  private void handleText(String text) {
    if (text.contains("\"subscribed\"")) {
      subscribed = true;
    }
    Matcher number = NUMBER.matcher(text);
    Matcher sent = SENT.matcher(text);
    if (number.find() && sent.find()) {
      int next = Integer.parseInt(number.group(1));
      if (next != lastSequence + 1) {
        complain(next + " after " + lastSequence);
      }
      latencies.add(System.nanoTime() - Long.parseLong(sent.group(1)));
      lastSequence = next;
    }
  }

  private void complain(String text) {
    if (complaint == null) {
      complaint = text;
    }
  }

  private void sendFrame(int opcode, byte[] payload) throws IOException {
    send(
        ByteBuffer.allocate(6 + payload.length)
            .put((byte) (0x80 | opcode))
            .put((byte) (0x80 | payload.length))
            .put(NO_MASK)
            .put(payload)
            .flip());
  }

  private void send(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
