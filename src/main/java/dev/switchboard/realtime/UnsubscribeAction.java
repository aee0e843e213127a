package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** {@code unsubscribe}: leaves a stream; nothing of it comes after the answer. */
@ApplicationScoped
class UnsubscribeAction implements Action {
  private final Targets targets;
  private final Leaving leaving;

  @SuppressWarnings("NullAway")
  UnsubscribeAction() {
    this(null, null);
  }

  @Inject
  UnsubscribeAction(Targets targets, Leaving leaving) {
    this.targets = targets;
    this.leaving = leaving;
  }

  @Override
  public String name() {
    return "unsubscribe";
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    Target target = targets.of(frame, connection.caller());
    leaving.leave(connection, target.stream());
    connection.send(target.writeTo(frame.answer("unsubscribed")).build().toString());
  }
}
