package dev.switchboard.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user whom this system knows itself. It begins with a registration, with or without a password;
 * without one nobody can log in to it. No case of letters tells two user names or e-mails apart.
 */
@Entity
@Table(name = "account")
class Account {

  @Id private UUID id;
  private String username;
  private String email;
  private String name;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  @Column(name = "created_at")
  private Instant createdAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "account_group", joinColumns = @JoinColumn(name = "account_id"))
  @Column(name = "name")
  private Set<String> groups;

  @SuppressWarnings("NullAway.Init") // filled by Hibernate
  Account() {}

  UUID id() {
    return id;
  }

  String username() {
    return username;
  }

  String email() {
    return email;
  }

  String name() {
    return name;
  }

  Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  Instant createdAt() {
    return createdAt;
  }

  Set<String> groups() {
    return Set.copyOf(groups);
  }
}
