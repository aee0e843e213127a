package dev.switchboard.bus;

import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * In which form the content of a message is written. While a release takes the place of another,
 * nodes of both share the queues: none is to read what it does not understand.
 */
public record Format(int number) {
  /** Raised whenever a node of the release before would misread what this one writes. */
  private static final int CURRENT = 1;

  /** That of the release before: what it wrote may still lie in the queues. */
  private static final int OLDEST = 1;

  private static final String PROPERTY = "switchboard_format";

  /**
   * The group of what is to keep its order. It is of one format: the broker passes over what the
   * listener of a group does not select, and does not come back to it when that listener has gone.
   */
  static final String IN_ORDER = "in-order-" + CURRENT;

  /**
   * Selects the messages that this release reads. The broker leaves others in their queue, for a
   * node that reads them, and hands out what is behind them. What says nothing is of the first
   * form, which was written before there was another.
   */
  public static final String READ =
      PROPERTY + " IS NULL OR " + PROPERTY + " BETWEEN " + OLDEST + " AND " + CURRENT;

  static Format current() {
    return new Format(CURRENT);
  }

  static Format of(Message message) throws JMSException {
    return new Format(message.getObjectProperty(PROPERTY) instanceof Number it ? it.intValue() : 1);
  }

  void writeTo(Message message) throws JMSException {
    message.setIntProperty(PROPERTY, number);
  }

  /** Whether this release reads it. */
  boolean isRead() {
    return number >= OLDEST && number <= CURRENT;
  }
}
