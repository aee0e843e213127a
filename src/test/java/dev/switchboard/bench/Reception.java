package dev.switchboard.bench;

import java.util.Arrays;
import java.util.BitSet;

/** What one subscriber got of one stream, and what was wrong with it. */
final class Reception {
  private final BitSet numbers = new BitSet();
  private final BitSet messages = new BitSet();
  private final int[] latestOfSender;
  private int highest;
  private int repeated;
  private int outOfOrder;

  /** The order is held to that of each of so many senders; 0: to the numbers alone. */
  Reception(int senders) {
    latestOfSender = new int[senders];
    Arrays.fill(latestOfSender, -1);
  }

  /** Notes an arrival; whether the message is new to this subscriber. */
  boolean take(int message, int sender, int number) {
    if (numbers.get(number) || messages.get(message)) {
      repeated++;
      numbers.set(number);
      return false;
    }
    if (number < highest || overtaken(message, sender)) {
      outOfOrder++;
    }
    numbers.set(number);
    messages.set(message);
    highest = Math.max(highest, number);
    return true;
  }

  /** The findings, given the messages that should have come. */
  Findings findings(BitSet expected) {
    BitSet lost = (BitSet) expected.clone();
    lost.andNot(messages);
    return new Findings(lost.cardinality(), repeated, outOfOrder, holes());
  }

  private boolean overtaken(int message, int sender) {
    if (latestOfSender.length == 0) {
      return false;
    }
    boolean late = message < latestOfSender[sender];
    latestOfSender[sender] = Math.max(message, latestOfSender[sender]);
    return late;
  }

  private int holes() {
    return numbers.isEmpty() ? 0 : numbers.length() - numbers.nextSetBit(0) - numbers.cardinality();
  }
}
