package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/**
 * Wakes threads that sleep in a blocking write of the server to a client that is gone: Liberty's
 * channel does not always wake them itself when the connection drops at that moment. Of our writers
 * those are woken whose connection is closed, or is to be; of the server's own threads, which
 * answer pings and closes, those that are in the same sleep in two rounds one after the other.
 */
@ApplicationScoped
class ForgottenWrites {
  private static final String ASLEEP_IN = "com.ibm.ws.tcpchannel.internal.SimpleSync";
  private static final String SOCKETS = "com.ibm.ws.wsoc.";

  private final ConnectionFactory connections;
  private final Sleepers sleepers = new Sleepers(ForgottenWrites::isWrite);

  @SuppressWarnings("NullAway")
  ForgottenWrites() {
    this(null);
  }

  @Inject
  ForgottenWrites(ConnectionFactory connections) {
    this.connections = connections;
  }

  void wake() {
    connections.wakeFromGone();
    sleepers.wake();
  }

  private static boolean isWrite(StackTraceElement[] stack) {
    return passes(stack, ASLEEP_IN)
        && passes(stack, SOCKETS)
        && !passes(stack, Writer.class.getName());
  }

  private static boolean passes(StackTraceElement[] stack, String classes) {
    return Stream.of(stack).anyMatch(frame -> frame.getClassName().startsWith(classes));
  }
}
