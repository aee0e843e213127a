package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * What one subscription of a chat brought.
 *
 * @param since what the client said it has, which may be ahead of the chat
 * @param head how far the chat had come, at least, before the client asked
 */
record Stretch(Chat chat, long since, int head, JsonObject subscribed, List<JsonObject> messages) {

  /** For a subscription that asks for nothing that was before it. */
  static final long LIVE_ONLY = Long.MAX_VALUE;

  /** All that it brought stands in the chat without a hole, in order and once. */
  void assertRunOf(List<Integer> pushed) {
    int upToLast = countUpTo(subscribed.getInt("lastSequence"), pushed);
    int start = upToLast - subscribed.getInt("replayed");
    List<Integer> brought = numbers(messages);
    int end = Math.min(start + brought.size(), pushed.size());

    assertThat(start).as("start of %s", this).isBetween(earliestStart(pushed), latestStart(pushed));
    assertThat(brought).as("%s", this).isEqualTo(pushed.subList(start, end));
    assertThat(ids(messages)).as("%s", this).doesNotHaveDuplicates();
  }

  /** Who is ahead of the chat begins at its head, which may move while the question is answered. */
  private int earliestStart(List<Integer> pushed) {
    return countUpTo(Math.min(since, head), pushed);
  }

  private int latestStart(List<Integer> pushed) {
    return countUpTo(Math.min(since, subscribed.getInt("lastSequence")), pushed);
  }

  private static int countUpTo(long last, List<Integer> pushed) {
    return (int) pushed.stream().filter(number -> number <= last).count();
  }

  /** Whether the messages that the answer told of are there. */
  boolean isReplayed() {
    return numbers(messages).size() >= subscribed.getInt("replayed");
  }

  static List<Integer> numbers(List<JsonObject> messages) {
    return messages.stream()
        .filter(message -> message.containsKey("sequenceNumber"))
        .map(Board::sequence)
        .toList();
  }

  @Override
  public String toString() {
    return subscribed + " since " + since + ", head " + head + ": " + numbers(messages);
  }

  static List<String> ids(List<JsonObject> messages) {
    return messages.stream().map(message -> message.getString("messageId")).toList();
  }
}
