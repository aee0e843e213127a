package dev.switchboard.realtime;

import dev.switchboard.bus.RemovalHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Closes the connections of this node that an administrator removes. */
@ApplicationScoped
public class Removal implements RemovalHandler {
  private final Connections connections;

  @SuppressWarnings("NullAway")
  Removal() {
    this(null);
  }

  @Inject
  Removal(Connections connections) {
    this.connections = connections;
  }

  @Override
  public boolean remove(String connectionId) {
    Optional<Connection> held = connections.find(connectionId);
    held.ifPresent(connection -> connection.close(CloseCode.REMOVED));
    return held.isPresent();
  }
}
