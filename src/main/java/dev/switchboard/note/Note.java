package dev.switchboard.note;

import static java.util.Objects.requireNonNull;

import dev.switchboard.bus.Changeable;
import dev.switchboard.platform.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note: somebody writes it for oneself or for all, rewrites it as often as one likes, and removes
 * it. What is removed never comes back.
 */
@Entity
@Table(name = "note")
class Note extends Changeable {
  private static final String SAVED = "saved";

  @Id private UUID id;

  @Column(name = "user_id", nullable = false)
  private String userId;

  @Column(nullable = false, columnDefinition = "text")
  private String username;

  @Column(nullable = false, columnDefinition = "text")
  private String content;

  @Column(name = "is_public", nullable = false)
  private boolean isPublic;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "saved_at", nullable = false)
  private Instant savedAt;

  @Column(name = "updated_at")
  private @Nullable Instant updatedAt;

  @SuppressWarnings("NullAway.Init")
  protected Note() {}

  Note(ChangeNote command, Instant savedAt) {
    id = command.noteId();
    userId = command.userId();
    username = command.username();
    content = requireNonNull(command.content());
    isPublic = Boolean.TRUE.equals(command.isPublic());
    createdAt = Ids.madeAt(id);
    this.savedAt = savedAt;
  }

  void update(ChangeNote command, Instant at) {
    content = requireNonNull(command.content());
    isPublic = command.isPublic() == null ? isPublic : command.isPublic();
    updatedAt = at;
    changedBy(command);
  }

  String userId() {
    return userId;
  }

  boolean isPublic() {
    return isPublic;
  }

  boolean isReadableBy(String reader) {
    return isPublic || userId.equals(reader);
  }

  NoteView view() {
    return new NoteView(id, username, content, isPublic, SAVED, createdAt, savedAt, updatedAt);
  }
}
