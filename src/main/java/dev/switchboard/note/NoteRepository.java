package dev.switchboard.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of notes. It is written at once and not at the commit: before streams are locked. */
@ApplicationScoped
@Transactional
class NoteRepository {
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
    return entities
        .createQuery(
            """
            select n from Note n where n.userId = :user and (n.createdAt, n.id) < (:before, :id)
            order by n.createdAt desc, n.id desc
            """,
            Note.class)
        .setParameter("user", userId)
        .setParameter("before", before)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The public notes from before this moment, or at it under a lower id; the newest first. */
  List<Note> ofAll(Instant before, UUID id, int limit) {
    return entities
        .createQuery(
            """
            select n from Note n where n.isPublic = true and (n.createdAt, n.id) < (:before, :id)
            order by n.createdAt desc, n.id desc
            """,
            Note.class)
        .setParameter("before", before)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }
}
