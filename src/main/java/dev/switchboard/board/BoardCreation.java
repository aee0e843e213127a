package dev.switchboard.board;

import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Opens a board. */
@ApplicationScoped
class BoardCreation implements Handler<CreateBoard> {
  private final BoardRepository repository;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  BoardCreation() {
    this(null, null);
  }

  @Inject
  BoardCreation(BoardRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  @Override
  public Effect carryOut(CreateBoard command) {
    if (repository.find(command.id()).isEmpty()) {
      repository.add(new Board(command.id(), command.name(), command.createdBy(), clock.instant()));
    }
    return Effect.made("/api/v1/boards/" + command.id());
  }
}
