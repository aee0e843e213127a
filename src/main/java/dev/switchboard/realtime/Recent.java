package dev.switchboard.realtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last few frames of a channel, so that who is nearly up to date need not ask the database. */
final class Recent {
  private static final int FRAMES = 64;
  private static final int CHARACTERS = 32_768;

  private record Numbered(long number, String frame) {}

  private final Deque<Numbered> frames = new ArrayDeque<>();
  private int characters;

  void add(long number, String frame) {
    frames.add(new Numbered(number, frame));
    characters += frame.length();
    while (frames.size() > FRAMES || characters > CHARACTERS) {
      characters -= frames.remove().frame().length();
    }
  }

  void clear() {
    frames.clear();
    characters = 0;
  }

  /** Whether every frame from {@code number} on is at hand. */
  boolean reachesBackTo(long number) {
    Numbered oldest = frames.peek();
    return oldest != null && oldest.number() <= number;
  }

  void sendTo(Subscription subscription) {
    List.copyOf(frames).forEach(each -> subscription.send(each.number(), each.frame()));
  }
}
