package dev.switchboard.board;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A board: somebody opens it under a name, and everybody signed in may post and read there. */
@Entity
@Table(name = "board")
class Board {
  @Id private UUID id;

  @Column(nullable = false)
  private String name;

  @Column(name = "created_by", nullable = false)
  private String createdBy;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected Board() {}

  Board(UUID id, String name, String createdBy, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.createdBy = createdBy;
    this.createdAt = createdAt;
  }

  BoardView view() {
    return new BoardView(id, name, createdBy, createdAt);
  }
}
