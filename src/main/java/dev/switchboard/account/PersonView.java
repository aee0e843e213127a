package dev.switchboard.account;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user, as others see it. */
@Schema(name = "Person")
record PersonView(UUID id, String name, String email, Instant createdAt) {

  static PersonView of(Account account) {
    return new PersonView(account.id(), account.name(), account.email(), account.createdAt());
  }
}
