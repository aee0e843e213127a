package dev.switchboard.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
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
  static final String WRITTEN_AFTER =
      """
      select * from comment where post_id = :post and (created_at, id) > (:moment, :id)
      order by created_at, id limit :limit
      """;

  static final String LATEST =
      """
      select * from comment where post_id = :post order by created_at desc, id desc limit :limit
      """;

  /** By the clock of the database, the same for all nodes; should it go back, behind the last. */
  static final String NEXT_MOMENT =
      """
      select greatest(clock_timestamp(), interval '1 microsecond' + (
        select created_at from comment where post_id = :post
        order by created_at desc, id desc limit 1))
      """;

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
    return list(
        page(WRITTEN_AFTER, postId, limit).setParameter("moment", moment).setParameter("id", id));
  }

  /** The comments written last; the latest first. */
  List<Comment> latest(String postId, int limit) {
    return list(page(LATEST, postId, limit));
  }

  /** When a comment is written now: lists are in the order of time. */
  Instant nextMoment(String postId) {
    return (Instant)
        entities
            .createNativeQuery(NEXT_MOMENT, Instant.class)
            .setParameter("post", postId)
            .getSingleResult();
  }

  private Query page(String query, String postId, int limit) {
    return entities
        .createNativeQuery(query, Comment.class)
        .setParameter("post", postId)
        .setParameter("limit", limit);
  }

  @SuppressWarnings("unchecked")
  private static List<Comment> list(Query query) {
    return query.getResultList();
  }
}
