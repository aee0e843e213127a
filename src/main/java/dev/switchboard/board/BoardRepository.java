package dev.switchboard.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of boards. */
@ApplicationScoped
@Transactional
class BoardRepository {
  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  Optional<Board> find(UUID id) {
    return Optional.ofNullable(entities.find(Board.class, id));
  }

  void add(Board board) {
    entities.persist(board);
  }

  /** Boards opened after this moment, or at it under a higher id; the oldest first. */
  List<Board> openedAfter(Instant moment, UUID id, int limit) {
    return entities
        .createQuery(
            """
            select b from Board b where (b.createdAt, b.id) > (:moment, :id)
            order by b.createdAt, b.id
            """,
            Board.class)
        .setParameter("moment", moment)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }
}
