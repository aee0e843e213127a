package dev.switchboard.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;

/**
 * A client that follows several chats over one connection, begins some of them anew at odd places,
 * leaves some, drops the connection and comes back.
 */
final class WanderingFollower {

  private final Account account;
  private final List<Chat> chats;
  private final Random random;
  private final List<Stretch> stretches = new ArrayList<>();
  private final Map<Chat, Integer> seen = new HashMap<>();

  WanderingFollower(Account account, List<Chat> chats, long seed) {
    this.account = account;
    this.chats = chats;
    this.random = new Random(seed);
  }

  /** Wanders until all is written; then follows each chat from one back to its last message. */
  List<Stretch> read(Future<?> written, String last) {
    while (!written.isDone()) {
      wander();
    }
    try (Following following = new Following(account)) {
      chats.forEach(chat -> following.subscribe(chat, oneBack(chat)));
      chats.forEach(chat -> following.awaitMessage(chat, last));
      remember(following);
    }
    return stretches;
  }

  private void wander() {
    Following following = new Following(account);
    try (following) {
      chats.forEach(chat -> following.subscribe(chat, somewhere(chat)));
      int steps = random.nextInt(12);
      for (int i = 0; i < steps; i++) {
        step(following, chats.get(random.nextInt(chats.size())));
      }
      if (random.nextBoolean()) {
        following.abort();
      }
    }
    remember(following);
  }

  private void step(Following following, Chat chat) {
    switch (random.nextInt(4)) {
      case 0 -> following.unsubscribe(chat);
      case 1 -> following.subscribe(chat, somewhere(chat));
      default -> {
        following.subscribe(chat, somewhere(chat));
        following.awaitReplay(chat);
      }
    }
    noteSeen(following);
  }

  private long somewhere(Chat chat) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> oneBack(chat);
      case 2 -> Following.head(chat);
      case 3 -> Following.head(chat) + 1 + random.nextInt(1_000);
      case 4 -> Stretch.LIVE_ONLY;
      default -> seen(chat);
    };
  }

  private int seen(Chat chat) {
    return seen.getOrDefault(chat, 0);
  }

  private int oneBack(Chat chat) {
    return Math.max(0, seen(chat) - 1);
  }

  private void remember(Following following) {
    chats.forEach(chat -> stretches.addAll(following.stretches(chat)));
    noteSeen(following);
  }

  private void noteSeen(Following following) {
    chats.stream()
        .flatMap(chat -> following.stretches(chat).stream())
        .forEach(
            stretch ->
                Stretch.numbers(stretch.messages())
                    .forEach(number -> seen.merge(stretch.chat(), number, Math::max)));
  }
}
