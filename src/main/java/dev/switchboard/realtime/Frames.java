package dev.switchboard.realtime;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Frames that wait for one client, bounded by count and size; for one thread at a time. */
final class Frames {
  static final String PING = "";

  private final int maxFrames;
  private final int maxCharacters;
  private final int joinedCharacters;
  private final Queue<String> waiting = new ArrayDeque<>(0);
  private int characters;

  /**
   * @param joinedCharacters how long frames that wait may become when joined into one, a line each;
   *     0 for a client that wants each alone
   */
  Frames(int maxFrames, int maxCharacters, int joinedCharacters) {
    this.maxFrames = maxFrames;
    this.maxCharacters = maxCharacters;
    this.joinedCharacters = joinedCharacters;
  }

  /** Takes a frame in; false when there is no room for it. */
  boolean add(String frame) {
    if (waiting.size() >= maxFrames || characters + frame.length() > maxCharacters) {
      return false;
    }
    waiting.add(frame);
    characters += frame.length();
    return true;
  }

  int size() {
    return waiting.size();
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether less than half of the room is taken. */
  boolean isHalfEmpty() {
    return waiting.size() <= maxFrames / 2 && characters <= maxCharacters / 2;
  }

  void clear() {
    waiting.clear();
    characters = 0;
  }

  /** What is written next: a frame, several in lines, or a ping; absent when nothing waits. */
  @Nullable String take() {
    String first = waiting.poll();
    if (first == null) {
      return null;
    }
    characters -= first.length();
    String next = waiting.peek();
    if (first.equals(PING) || next == null || !fits(first.length(), next)) {
      return first;
    }
    StringBuilder joined = new StringBuilder(first);
    while (next != null && fits(joined.length(), next)) {
      joined.append('\n').append(next);
      characters -= next.length();
      waiting.remove();
      next = waiting.peek();
    }
    return joined.toString();
  }

  private boolean fits(int length, String next) {
    return !next.equals(PING) && length + 1 + next.length() <= joinedCharacters;
  }
}
