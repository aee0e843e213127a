package dev.switchboard.chat;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;

/**
 * Judges what a caller may do in a chat: by the role, which is looked up each time, or because
 * services and administrators may do everything. A chat that does not exist gives nobody a role.
 */
@ApplicationScoped
class Access {
  private final PermissionRepository permissions;

  @SuppressWarnings("NullAway")
  Access() {
    this(null);
  }

  @Inject
  Access(PermissionRepository permissions) {
    this.permissions = permissions;
  }

  /** Whether the caller stands above the roles of chats. */
  static boolean isUnbound(Caller caller) {
    return caller.is("service") || caller.administers();
  }

  boolean mayRead(Caller caller, String chatId) {
    return may(caller, chatId, role -> true);
  }

  void requireRead(Caller caller, String chatId) {
    require(mayRead(caller, chatId), "You may not read this chat.");
  }

  void requirePublish(Caller caller, String chatId) {
    require(may(caller, chatId, Role::mayPublish), "You may not publish in this chat.");
  }

  void requireGrant(Caller caller, String chatId) {
    require(may(caller, chatId, Role::mayGrant), "Only an owner of the chat may do this.");
  }

  private boolean may(Caller caller, String chatId, Predicate<Role> enough) {
    return isUnbound(caller)
        || permissions.role(chatId, caller.userId()).filter(enough).isPresent();
  }

  private static void require(boolean granted, String refusal) {
    if (!granted) {
      throw new ProblemException(ProblemType.FORBIDDEN, refusal);
    }
  }
}
