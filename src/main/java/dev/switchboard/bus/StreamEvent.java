package dev.switchboard.bus;

import dev.switchboard.stream.Appended;
import dev.switchboard.stream.StreamName;
import java.util.UUID;

/**
 * News of a stream, for every node: an entry was stored, or an epoch began.
 *
 * @param stream the name of the stream
 * @param number the entry's number in it; 0 where there is none
 * @param epoch the epoch of the stream when that happened
 * @param id of the entry where it has no number, to tell it apart by; otherwise empty
 * @param trace what the log knows it by: that of the command that brought it about; empty where
 *     none did
 * @param frame the JSON text that subscribers get; empty where there is nothing to send
 */
public record StreamEvent(
    String stream, long number, long epoch, String id, String trace, String frame) {

  /**
   * That an entry was stored.
   *
   * @param command that brought it about: the trace until another is known
   */
  static StreamEvent stored(Appended appended, UUID command) {
    var entry = appended.entry();
    return new StreamEvent(
        entry.stream(),
        entry.number(),
        appended.epoch(),
        entry.number() == 0 ? entry.id().toString() : "",
        command.toString(),
        entry.outgoing());
  }

  /** That an epoch began, with no entry. */
  public static StreamEvent epochBegan(StreamName stream, long epoch, String trace) {
    return new StreamEvent(stream.toString(), 0, epoch, "", trace, "");
  }

  /** Whether it tells that an epoch began, rather than that an entry was stored. */
  public boolean tellsOfEpoch() {
    return number == 0 && id.isEmpty();
  }

  /** The same under another trace. */
  StreamEvent under(String other) {
    return new StreamEvent(stream, number, epoch, id, other, frame);
  }
}
