package dev.switchboard.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of permissions: one row for each user of a chat. */
@ApplicationScoped
@Transactional
class PermissionRepository {
  static final String ROLE =
      "select role from chat_permission where chat_id = :chat and user_id = :user";

  static final String OF_USER =
      """
      select user_id, chat_id, role, granted_by, granted_at from chat_permission
      where user_id = :owner and chat_id > :after order by chat_id
      """;

  static final String OF_CHAT =
      """
      select user_id, chat_id, role, granted_by, granted_at from chat_permission
      where chat_id = :owner and user_id > :after order by user_id
      """;

  private static final String PUT =
      """
      insert into chat_permission (chat_id, user_id, role, granted_by, granted_at)
      values (:chat, :user, :role, :by, :at)
      on conflict (chat_id, user_id) do update
        set role = excluded.role, granted_by = excluded.granted_by, granted_at = excluded.granted_at
      """;

  private static final String REMOVE =
      "delete from chat_permission where chat_id = :chat and user_id = :user";

  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** The role that a user has in a chat now. */
  Optional<Role> role(String chatId, String userId) {
    List<?> roles = about(ROLE, chatId, userId).getResultList();
    return roles.stream().findFirst().map(word -> Role.of((String) word));
  }

  void put(PermissionView permission) {
    about(PUT, permission.chatId(), permission.userId())
        .setParameter("role", permission.role())
        .setParameter("by", permission.grantedBy())
        .setParameter("at", permission.grantedAt())
        .executeUpdate();
  }

  /** Whether there was one to remove. */
  boolean remove(String chatId, String userId) {
    return about(REMOVE, chatId, userId).executeUpdate() == 1;
  }

  /** The permissions of a user in the order of chats, behind a chat. */
  List<PermissionView> ofUser(String userId, String afterChat, int limit) {
    return list(OF_USER, userId, afterChat, limit);
  }

  /** The permissions in a chat in the order of users, behind a user. */
  List<PermissionView> ofChat(String chatId, String afterUser, int limit) {
    return list(OF_CHAT, chatId, afterUser, limit);
  }

  private Query about(String statement, String chatId, String userId) {
    return entities
        .createNativeQuery(statement)
        .setParameter("chat", chatId)
        .setParameter("user", userId);
  }

  @SuppressWarnings("unchecked")
  private List<PermissionView> list(String query, String owner, String after, int limit) {
    List<Object[]> rows =
        entities
            .createNativeQuery(query)
            .setParameter("owner", owner)
            .setParameter("after", after)
            .setMaxResults(limit)
            .getResultList();
    return rows.stream().map(PermissionRepository::permission).toList();
  }

  private static PermissionView permission(Object[] row) {
    return new PermissionView(
        (String) row[0], (String) row[1], (String) row[2], (String) row[3], (Instant) row[4]);
  }
}
