package dev.switchboard.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.switchboard.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds boards. They never change and never go, so what was found is remembered. */
@ApplicationScoped
class Boards {
  private static final int REMEMBERED = 10_000;

  private final BoardRepository repository;
  private final Cache<UUID, BoardView> found =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  @SuppressWarnings("NullAway")
  Boards() {
    this(null);
  }

  @Inject
  Boards(BoardRepository repository) {
    this.repository = repository;
  }

  /** The board with this id, which may be any text. */
  Optional<BoardView> find(String id) {
    return Ids.parse(id).flatMap(this::find);
  }

  private Optional<BoardView> find(UUID id) {
    BoardView known = found.getIfPresent(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<BoardView> stored = repository.find(id).map(Board::view);
    stored.ifPresent(board -> found.put(id, board));
    return stored;
  }
}
