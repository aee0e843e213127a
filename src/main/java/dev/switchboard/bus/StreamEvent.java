package dev.switchboard.bus;

import dev.switchboard.stream.Appended;
import dev.switchboard.stream.StreamName;

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

  /** That an entry was stored; the trace is the entry's id, which mostly is the command's. */
  public static StreamEvent stored(Appended appended) {
    var entry = appended.entry();
    String trace = entry.id().toString();
    String id = entry.number() == 0 ? trace : "";
    return new StreamEvent(
        entry.stream(), entry.number(), appended.epoch(), id, trace, entry.outgoing());
  }

  /** That an epoch began, with no entry. */
  public static StreamEvent epochBegan(StreamName stream, long epoch) {
    return new StreamEvent(stream.toString(), 0, epoch, "", "", "");
  }

  /** The same under another trace. */
  StreamEvent under(String other) {
    return new StreamEvent(stream, number, epoch, id, other, frame);
  }
}
