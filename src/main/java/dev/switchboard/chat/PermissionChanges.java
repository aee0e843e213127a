package dev.switchboard.chat;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Grants and withdraws roles, each in one transaction. */
@ApplicationScoped
@Transactional
class PermissionChanges {
  private final ChatRepository chats;
  private final PermissionRepository permissions;
  private final Access access;
  private final Streams streams;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  PermissionChanges() {
    this(null, null, null, null, null);
  }

  @Inject
  PermissionChanges(
      ChatRepository chats,
      PermissionRepository permissions,
      Access access,
      Streams streams,
      Clock clock) {
    this.chats = chats;
    this.permissions = permissions;
    this.access = access;
    this.streams = streams;
    this.clock = clock;
  }

  /**
   * Gives a user a role, in place of the one before. A chat that does not exist is made, and the
   * caller is its owner; of several callers at once, one makes it.
   */
  PermissionView grant(Caller caller, String userId, String chatId, Role role) {
    if (!chats.make(chatId, caller.userId())) {
      access.requireGrant(caller, chatId);
      return put(caller, userId, chatId, role);
    }
    PermissionView makers = put(caller, caller.userId(), chatId, Role.OWNER);
    return userId.equals(caller.userId()) ? makers : put(caller, userId, chatId, role);
  }

  private PermissionView put(Caller caller, String userId, String chatId, Role role) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var permission = new PermissionView(userId, chatId, role.word(), caller.userId(), now);
    permissions.put(permission);
    return permission;
  }

  /**
   * Takes a user's role away; everybody may give up their own.
   *
   * @return the epoch of the chat's stream that begins with it
   */
  long withdraw(Caller caller, String userId, String chatId) {
    if (!userId.equals(caller.userId())) {
      access.requireGrant(caller, chatId);
    }
    if (!permissions.remove(chatId, userId)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "The user has no role in this chat.");
    }
    return streams.beginEpoch(ChatStreams.of(chatId));
  }
}
