package dev.switchboard.chat;

import dev.switchboard.bus.Events;
import dev.switchboard.bus.StreamEvent;
import dev.switchboard.platform.log.Trace;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Takes roles away, and lets every node know at once. */
@ApplicationScoped
class Withdrawal {
  private static final Logger LOG = System.getLogger(Withdrawal.class.getName());

  private final PermissionChanges changes;
  private final Events events;

  @SuppressWarnings("NullAway")
  Withdrawal() {
    this(null, null);
  }

  @Inject
  Withdrawal(PermissionChanges changes, Events events) {
    this.changes = changes;
    this.events = events;
  }

  /** Without the broker the nodes learn of it a moment later, from the database. */
  void withdraw(Caller caller, String userId, String chatId) {
    long epoch = changes.withdraw(caller, userId, chatId);
    String trace = Trace.current().orElse("");
    try {
      events.publish(StreamEvent.epochBegan(ChatStreams.of(chatId), epoch, trace));
    } catch (ProblemException away) {
      LOG.log(Level.WARNING, "Epoch {0} of {1} was not announced", epoch, chatId);
    }
  }
}
