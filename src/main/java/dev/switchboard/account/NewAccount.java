package dev.switchboard.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account to be made; without the hash of a password nobody can log in to it. */
record NewAccount(
    UUID id,
    String username,
    String email,
    String name,
    @Nullable String passwordHash,
    Set<String> groups,
    Instant createdAt) {

  static final Set<String> USER = Set.of("user");
}
