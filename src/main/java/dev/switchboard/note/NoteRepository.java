package dev.switchboard.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of notes. It is written at once and not at the commit: before streams are locked. */
@ApplicationScoped
@Transactional
class NoteRepository {
  static final String OF_USER =
      """
      select * from note where user_id = :user and (created_at, id) < (:before, :id)
      order by created_at desc, id desc limit :limit
      """;

  static final String PUBLIC =
      """
      select * from note where is_public and (created_at, id) < (:before, :id)
      order by created_at desc, id desc limit :limit
      """;

  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  Optional<Note> find(UUID id) {
    return Optional.ofNullable(entities.find(Note.class, id));
  }

  /** Writes a note that is new or was changed. */
  void store(Note note) {
    entities.persist(note);
    entities.flush();
  }

  void remove(Note note) {
    entities.remove(note);
    entities.flush();
  }

  /** A user's notes from before this moment, or at it under a lower id; the newest first. */
  List<Note> ofUser(String userId, Instant before, UUID id, int limit) {
    return list(page(OF_USER, before, id, limit).setParameter("user", userId));
  }

  /** The public notes from before this moment, or at it under a lower id; the newest first. */
  List<Note> ofAll(Instant before, UUID id, int limit) {
    return list(page(PUBLIC, before, id, limit));
  }

  private Query page(String query, Instant before, UUID id, int limit) {
    return entities
        .createNativeQuery(query, Note.class)
        .setParameter("before", before)
        .setParameter("id", id)
        .setParameter("limit", limit);
  }

  @SuppressWarnings("unchecked")
  private static List<Note> list(Query query) {
    return query.getResultList();
  }
}
