package dev.switchboard.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Gives out ids: UUIDs of version 7 (RFC 9562), which sort by the time they were made. */
@ApplicationScoped
public class Ids {

  /** The id that a text from outside holds; empty where it is none. */
  public static Optional<UUID> parse(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException noUuid) {
      return Optional.empty();
    }
  }

  /** When an id was made, to the millisecond. */
  public static Instant madeAt(UUID id) {
    return UuidUtil.getInstant(id);
  }

  /** Whether an id holds when it was made, as those given out here do. */
  public static boolean tellsTime(UUID id) {
    return id.version() == 7;
  }

  /** A new id, never given out before. */
  public UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
