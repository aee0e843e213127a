package dev.switchboard.account;

import dev.switchboard.bus.Command;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The command to make a user, whose password has been hashed at the door. */
public record RegisterUser(
    UUID id, String author, String email, String name, @Nullable String passwordHash)
    implements Command {

  /** The author of what nobody in particular asks for. */
  static final String ANONYMOUS = "anonymous";
}
