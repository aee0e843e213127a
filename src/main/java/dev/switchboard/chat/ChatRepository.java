package dev.switchboard.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The table of chats. */
@ApplicationScoped
@Transactional
class ChatRepository {
  private static final String MAKE =
      """
      insert into chat (id, created_by, created_at) values (:id, :creator, :now)
      on conflict (id) do nothing
      """;

  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  private final Clock clock;

  @SuppressWarnings("NullAway")
  ChatRepository() {
    this(null);
  }

  @Inject
  ChatRepository(Clock clock) {
    this.clock = clock;
  }

  /** Makes a chat unless it exists; of several callers at once, one gets true. */
  boolean make(String chatId, String creator) {
    return entities
            .createNativeQuery(MAKE)
            .setParameter("id", chatId)
            .setParameter("creator", creator)
            .setParameter("now", clock.instant())
            .executeUpdate()
        == 1;
  }
}
