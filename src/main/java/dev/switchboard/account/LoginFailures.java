package dev.switchboard.account;

import dev.switchboard.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failed logins in the database, by its clock, so that all nodes count the same. A subject
 * with too many of them within the window is blocked until the oldest of those leaves it.
 */
@ApplicationScoped
class LoginFailures {

  // One at a time for a subject, so that guesses made side by side are counted like those in a row.
  private static final String LOCK =
      "select cast(pg_advisory_xact_lock(hashtextextended(:subject, 0)) as varchar)";
  private static final String SECONDS_BLOCKED =
      """
      select cast(ceil(extract(epoch from failed_at - now()) + :window) as bigint)
      from login_failure
      where subject = :subject and failed_at > now() - :window * interval '1 second'
      order by failed_at desc offset :allowed - 1 limit 1
      """;
  private static final String ADD =
      "insert into login_failure (subject, failed_at) values (:subject, now())";
  private static final String FORGET = "delete from login_failure where subject = :subject";
  private static final String FORGET_OLD =
      "delete from login_failure where failed_at <= now() - :window * interval '1 second'";

  @PersistenceContext(unitName = "switchboard")
  private EntityManager entities;

  private final Settings settings;

  LoginFailures() {
    this(Settings.of(Map.of()));
  }

  @Inject
  LoginFailures(Settings settings) {
    this.settings = settings;
  }

  /** How long the subject is still blocked; empty where it is not. */
  @Transactional
  Optional<Duration> blocked(String subject) {
    List<?> seconds =
        query(SECONDS_BLOCKED, subject)
            .setParameter("window", settings.loginWindow().toSeconds())
            .setParameter("allowed", settings.loginFailures())
            .getResultList();
    return seconds.stream()
        .map(left -> Duration.ofSeconds(Math.max(1, ((Number) left).longValue())))
        .findFirst();
  }

  /**
   * Counts a failure, or lets a success wipe them out. Where the subject has meanwhile been blocked
   * it does neither and says for how long.
   */
  @Transactional
  Optional<Duration> settle(String subject, boolean success) {
    query(LOCK, subject).getSingleResult();
    Optional<Duration> blocked = blocked(subject);
    if (blocked.isEmpty()) {
      query(success ? FORGET : ADD, subject).executeUpdate();
    }
    return blocked;
  }

  /** Removes what counts no more. */
  @Transactional
  void forgetOld() {
    entities
        .createNativeQuery(FORGET_OLD)
        .setParameter("window", settings.loginWindow().toSeconds())
        .executeUpdate();
  }

  private Query query(String sql, String subject) {
    return entities.createNativeQuery(sql).setParameter("subject", subject);
  }
}
