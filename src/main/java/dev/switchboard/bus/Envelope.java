package dev.switchboard.bus;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a command's message besides the command; a message that is none of ours lacks it.
 *
 * @param id the identity of the command
 * @param kind the kind of command
 * @param author the user who asked
 * @param trace what the log knows the command by, see {@link dev.switchboard.platform.log.Trace}
 * @param group the group within which order is kept
 */
record Envelope(
    @Nullable String id,
    @Nullable String kind,
    @Nullable String author,
    @Nullable String trace,
    @Nullable String group) {
  static final String ID = "switchboard_id";
  static final String KIND = "switchboard_kind";
  static final String AUTHOR = "switchboard_author";
  private static final String TRACE = "switchboard_trace";
  private static final String GROUP = "JMSXGroupID";

  /**
   * What an operation is known by.
   *
   * @param userId in whose name; null where that is the author's
   */
  record Known(UUID id, String kind, String author, @Nullable String userId) {

    static Known of(Command command) {
      boolean own = command.userId().equals(command.author());
      return new Known(
          command.id(),
          Kinds.of(command.getClass()),
          command.author(),
          own ? null : command.userId());
    }
  }

  static Envelope of(Message message) throws JMSException {
    return new Envelope(
        message.getStringProperty(ID),
        message.getStringProperty(KIND),
        message.getStringProperty(AUTHOR),
        message.getStringProperty(TRACE),
        message.getStringProperty(GROUP));
  }

  static Envelope ofGroup(@Nullable String group) {
    return new Envelope(null, null, null, null, group);
  }

  /** The queue that a message came from. */
  static String queueOf(Message message) throws JMSException {
    return ((Queue) message.getJMSDestination()).getQueueName();
  }

  void writeTo(Message message) throws JMSException {
    write(message, ID, id);
    write(message, KIND, kind);
    write(message, AUTHOR, author);
    write(message, TRACE, trace);
    write(message, GROUP, group);
  }

  private static void write(Message message, String name, @Nullable String value)
      throws JMSException {
    if (value != null) {
      message.setStringProperty(name, value);
    }
  }

  /** The operation that the message belongs to, if it says so. */
  Optional<Known> operation() {
    if (id == null || kind == null || author == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Known(UUID.fromString(id), kind, author, null));
    } catch (IllegalArgumentException noUuid) {
      return Optional.empty();
    }
  }
}
