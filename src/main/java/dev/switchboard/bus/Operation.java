package dev.switchboard.bus;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a command: pending, then for ever succeeded or failed. */
@Entity
@Table(name = "operation")
public class Operation {
  static final String PENDING = "pending";

  /** Why one failed that may still succeed. */
  static final String GIVEN_UP = "It failed three times and waits among the dead letters.";

  /** What is written at one that is pending still, or again; for the product itself alone. */
  static final String FAILED_BEFORE = "It failed before.";

  @Id private UUID id;

  @Column(nullable = false)
  private String kind;

  @Column(nullable = false)
  private String author;

  @Column(name = "user_id")
  private @Nullable String userId;

  @Column(nullable = false)
  private String status;

  private @Nullable String resource;

  private @Nullable String error;

  @Column(name = "idempotency_key")
  private @Nullable String idempotencyKey;

  private byte @Nullable [] fingerprint;

  @SuppressWarnings("NullAway.Init")
  protected Operation() {}

  public UUID id() {
    return id;
  }

  /** The kind of command, such as {@code post-message}. */
  public String kind() {
    return kind;
  }

  public String author() {
    return author;
  }

  /** In whose name its author asked. */
  String userId() {
    return userId == null ? author : userId;
  }

  /** {@code pending}, {@code succeeded} or {@code failed}. */
  public String status() {
    return status;
  }

  /** The path of what was made, once it succeeded. */
  public Optional<String> resource() {
    return Optional.ofNullable(resource);
  }

  /** Why it failed. */
  public Optional<String> error() {
    return isPending() ? Optional.empty() : Optional.ofNullable(error);
  }

  boolean isPending() {
    return status.equals(PENDING);
  }

  /** Whether its command lies among the dead letters. */
  boolean isGivenUp() {
    return status.equals("failed") && GIVEN_UP.equals(error);
  }

  boolean cameWith(byte[] other) {
    return java.util.Arrays.equals(fingerprint, other);
  }
}
