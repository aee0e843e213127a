package dev.switchboard.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The accounts in the database. */
@ApplicationScoped
class Accounts {

  private static final String ADD =
      """
      insert into account (id, username, email, name, password_hash, created_at)
      values (:id, :username, :email, :name, nullif(:hash, ''), :createdAt)
      on conflict do nothing
      """;
  private static final String ADD_GROUP =
      "insert into account_group (account_id, name) values (:id, :name)";
  private static final String BY_EMAIL =
      "select a from Account a where lower(a.email) = lower(:email)";
  private static final String BY_LOGIN =
      """
      select a from Account a
      where lower(a.username) = lower(:login) or lower(a.email) = lower(:login)
      """;

  private static final String NAMED =
      "select a from Account a where a.id in :ids or lower(a.username) in :usernames";

  @PersistenceContext(unitName = "switchboard")
  private EntityManager entities;

  /** Adds an account, unless its id, user name or e-mail is taken; says whether it did. */
  @Transactional
  boolean add(NewAccount account) {
    int added =
        entities
            .createNativeQuery(ADD)
            .setParameter("id", account.id())
            .setParameter("username", account.username())
            .setParameter("email", account.email())
            .setParameter("name", account.name())
            .setParameter("hash", Objects.requireNonNullElse(account.passwordHash(), ""))
            .setParameter("createdAt", account.createdAt())
            .executeUpdate();
    if (added == 1) {
      account.groups().forEach(group -> addGroup(account.id(), group));
    }
    return added == 1;
  }

  @Transactional
  Optional<Account> byId(UUID id) {
    return Optional.ofNullable(entities.find(Account.class, id));
  }

  @Transactional
  Optional<Account> byEmail(String email) {
    return one(BY_EMAIL, "email", email);
  }

  /** The account that somebody means who logs in: by user name, or by e-mail. */
  @Transactional
  Optional<Account> byLogin(String login) {
    return one(BY_LOGIN, "login", login);
  }

  /** The accounts with these ids or user names. */
  @Transactional
  List<Account> named(List<UUID> ids, List<String> usernames) {
    List<String> folded =
        usernames.stream()
            .filter(name -> name.indexOf('\0') < 0)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    return entities
        .createQuery(NAMED, Account.class)
        .setParameter("ids", ids)
        .setParameter("usernames", folded)
        .getResultList();
  }

  private Optional<Account> one(String query, String parameter, String value) {
    // PostgreSQL knows no text with a NUL in it, so nothing is called that.
    if (value.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return entities
        .createQuery(query, Account.class)
        .setParameter(parameter, value)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private void addGroup(UUID id, String group) {
    entities
        .createNativeQuery(ADD_GROUP)
        .setParameter("id", id)
        .setParameter("name", group)
        .executeUpdate();
  }
}
