package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** {@code subscribe}: follows a stream, from {@code since} on if given. */
@ApplicationScoped
class SubscribeAction implements Action {
  private final Targets targets;
  private final Subscriptions subscriptions;

  @SuppressWarnings("NullAway")
  SubscribeAction() {
    this(null, null);
  }

  @Inject
  SubscribeAction(Targets targets, Subscriptions subscriptions) {
    this.targets = targets;
    this.subscriptions = subscriptions;
  }

  @Override
  public String name() {
    return "subscribe";
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    Target target = targets.of(frame);
    OptionalLong since = frame.number("since");
    switch (target.kind().admits(connection.caller(), target.id())) {
      case GRANTED -> subscriptions.subscribe(connection, target, since, frame);
      case FORBIDDEN -> throw new FrameException(ErrorCode.FORBIDDEN, "You may not read this.");
      case ABSENT -> throw new FrameException(ErrorCode.NOT_FOUND, "There is no such stream.");
    }
  }
}
