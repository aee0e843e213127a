package dev.switchboard.realtime;

import dev.switchboard.bus.StreamEvent;
import dev.switchboard.bus.StreamEventHandler;
import dev.switchboard.platform.log.LogEvent;
import dev.switchboard.stream.Head;
import dev.switchboard.stream.Heads;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The channels of this node: one for each stream that somebody here follows. */
@ApplicationScoped
public class Channels implements StreamEventHandler {

  /** A channel and how many hold on to it; it is let go with the last. */
  private record Held(Channel channel, int holders) {}

  /** How many are compared at once. */
  private static final int PAGE = 2_000;

  private final Map<String, Held> byName = new ConcurrentHashMap<>();
  private final Circuit circuit = new Circuit(byName.keySet(), PAGE);
  private final Heads heads;
  private final Upkeep upkeep;
  private final EpochTraces traces;

  @SuppressWarnings("NullAway")
  Channels() {
    this(null, null, null);
  }

  @Inject
  Channels(Heads heads, Upkeep upkeep, EpochTraces traces) {
    this.heads = heads;
    this.upkeep = upkeep;
    this.traces = traces;
  }

  /** The channel of a stream; to be given back by {@link #release}. */
  Channel hold(Target target) {
    return byName
        .compute(
            target.stream().toString(),
            (name, old) ->
                old == null
                    ? new Held(new Channel(upkeep.of(target)), 1)
                    : new Held(old.channel(), old.holders() + 1))
        .channel();
  }

  /** Lets a channel deliver from now on, unless it does so already. */
  void open(Channel channel, StreamName stream) {
    if (!channel.isOpen()) {
      channel.open(heads.of(stream));
    }
  }

  void release(StreamName stream) {
    byName.computeIfPresent(
        stream.toString(),
        (name, held) -> held.holders() == 1 ? null : new Held(held.channel(), held.holders() - 1));
  }

  @Override
  public void accept(StreamEvent event) {
    Held held = byName.get(event.stream());
    if (held != null) {
      traces.note(event);
      held.channel().accept(event);
      tell(event, held.channel());
    }
  }

  private static void tell(StreamEvent event, Channel channel) {
    if (LogEvent.BROADCAST.isWanted() && !event.frame().isEmpty()) {
      LogEvent.BROADCAST.log(
          "trace", event.trace(),
          "stream", event.stream(),
          "number", event.number(),
          "followers", channel.followers());
    }
  }

  /**
   * Compares channels with what is stored, for an event may have been lost: a page of them at each
   * call, round and round. Most of many are the feeds of users, where little happens.
   */
  void compare() {
    List<String> page = circuit.next();
    if (page.isEmpty()) {
      return;
    }
    Map<String, Head> reached = heads.of(page);
    reached.forEach(
        (name, head) -> {
          Held held = byName.get(name);
          if (held != null) {
            held.channel().compare(head);
          }
        });
  }
}
