package dev.switchboard.account;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user is called. */
@Schema(name = "Name")
record NameView(UUID id, String username, String name) {

  static NameView of(Account account) {
    return new NameView(account.id(), account.username(), account.name());
  }

  /** Several of them. */
  @Schema(name = "Names")
  record Names(List<NameView> items) {}
}
