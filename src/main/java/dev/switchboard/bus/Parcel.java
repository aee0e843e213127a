package dev.switchboard.bus;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageEOFException;
import jakarta.jms.MessageFormatException;
import jakarta.jms.Session;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command as a message carries it. Several that go together are a {@link StreamMessage} with
 * id, kind, author, trace and body of each, one after the other.
 *
 * @param format in which the body is written
 * @param failures how many times it failed before
 * @param again whether it failed before, or was sent back from the dead letters: others that came
 *     behind it may have been carried out by now
 */
record Parcel(Format format, Envelope envelope, BodyText body, int failures, boolean again) {
  private static final String COUNT = "switchboard_count";

  /** The broker passes over a message when its address has taken one with the same id lately. */
  private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  /** One that is sent for the first time. */
  Parcel(Envelope envelope, BodyText body) {
    this(Format.current(), envelope, body, 0, false);
  }

  /** Whether it is given up when it fails once more. */
  boolean isLastTry() {
    return failures + 1 >= Retries.TRIES;
  }

  /** The message that carries these, which are of one group and one format. */
  static Message pack(List<Parcel> parcels, Session session) throws JMSException {
    Parcel first = parcels.get(0);
    if (parcels.size() == 1) {
      TextMessage alone = session.createTextMessage(first.body().text());
      first.envelope().writeTo(alone);
      first.format().writeTo(alone);
      return alone;
    }
    StreamMessage together = session.createStreamMessage();
    together.setIntProperty(COUNT, parcels.size());
    Envelope.ofGroup(first.envelope().group()).writeTo(together);
    first.format().writeTo(together);
    for (Parcel each : parcels) {
      together.writeString(each.envelope().id());
      together.writeString(each.envelope().kind());
      together.writeString(each.envelope().author());
      together.writeString(each.envelope().trace());
      together.writeString(each.body().text());
    }
    return together;
  }

  /**
   * A message that carries this alone.
   *
   * @param once the broker takes one message of this name on each queue
   */
  TextMessage enclose(Session session, String once) throws JMSException {
    TextMessage alone = session.createTextMessage(body.text());
    envelope.writeTo(alone);
    format.writeTo(alone);
    alone.setStringProperty(DUPLICATE_ID, once);
    return alone;
  }

  /** What a message carries; of one that is none of ours, whatever it has. */
  static List<Parcel> unpack(Message message) throws JMSException {
    if (message instanceof StreamMessage together && message.propertyExists(COUNT)) {
      try {
        return unpack(together);
      } catch (MessageEOFException | MessageFormatException | NumberFormatException notOurs) {
        return List.of(alone(message));
      }
    }
    return List.of(alone(message));
  }

  private static List<Parcel> unpack(StreamMessage together) throws JMSException {
    @Nullable String group = Envelope.of(together).group();
    Format format = Format.of(together);
    int count = together.getIntProperty(COUNT);
    List<Parcel> parcels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Envelope envelope =
          new Envelope(
              together.readString(),
              together.readString(),
              together.readString(),
              together.readString(),
              group);
      BodyText body = new BodyText(together.readString());
      parcels.add(new Parcel(format, envelope, body, 0, false));
    }
    return parcels;
  }

  private static Parcel alone(Message message) throws JMSException {
    return new Parcel(
        Format.of(message),
        Envelope.of(message),
        BodyText.of(message),
        Retries.failuresOf(message),
        Retries.isAgain(message));
  }
}
