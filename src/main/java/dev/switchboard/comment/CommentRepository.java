package dev.switchboard.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of comments. It is written at once and not at the commit: before streams are locked.
 */
@ApplicationScoped
@Transactional
class CommentRepository {
  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** A comment of that post; one of another post is not found. */
  Optional<Comment> find(String postId, UUID id) {
    return Optional.ofNullable(entities.find(Comment.class, id))
        .filter(comment -> comment.postId().equals(postId));
  }

  /** Writes a comment that is new or was edited. */
  void store(Comment comment) {
    entities.persist(comment);
    entities.flush();
  }

  void remove(Comment comment) {
    entities.remove(comment);
    entities.flush();
  }

  /** The comments written after this moment, or at it under a higher id; the oldest first. */
  List<Comment> writtenAfter(String postId, Instant moment, UUID id, int limit) {
    return entities
        .createQuery(
            """
            select c from Comment c where c.postId = :postId
              and (c.createdAt, c.id) > (:moment, :id)
            order by c.createdAt, c.id
            """,
            Comment.class)
        .setParameter("postId", postId)
        .setParameter("moment", moment)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The comments written last; the latest first. */
  List<Comment> latest(String postId, int limit) {
    return entities
        .createQuery(
            """
            select c from Comment c where c.postId = :postId
            order by c.createdAt desc, c.id desc
            """,
            Comment.class)
        .setParameter("postId", postId)
        .setMaxResults(limit)
        .getResultList();
  }

  long count(String postId) {
    return entities
        .createQuery("select count(c) from Comment c where c.postId = :postId", Long.class)
        .setParameter("postId", postId)
        .getSingleResult();
  }
}
