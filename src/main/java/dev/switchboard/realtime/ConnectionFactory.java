package dev.switchboard.realtime;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.rate.FrameRate;
import dev.switchboard.platform.security.Caller;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;

/** Makes the connection that stands for a session, with its outbox. */
@ApplicationScoped
class ConnectionFactory {
  private static final Logger LOG = System.getLogger(ConnectionFactory.class.getName());

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedExecutorService executor;

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedThreadFactory threads;

  private final Writers writers = new Writers(task -> threads.newThread(task));
  private final Settings settings;
  private final Ids ids;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  ConnectionFactory() {
    this(null, null, null);
  }

  @Inject
  ConnectionFactory(Settings settings, Ids ids, Clock clock) {
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
  }

  @PreDestroy
  void end() {
    writers.close();
  }

  /** Wakes the writers that sleep in a write to a connection that is closed, or is to be. */
  void wakeFromGone() {
    writers.wakeFromGone();
  }

  Connection connect(Session session) {
    Caller caller = ((CallerPrincipal) Objects.requireNonNull(session.getUserPrincipal())).caller();
    boolean lines = SocketEndpoint.LINES.equals(session.getNegotiatedSubprotocol());
    Outbox outbox =
        new Outbox(
            new Link(new SessionWire(session)),
            new Frames(
                settings.outboxFrames(), settings.outboxBytes(), lines ? settings.frameBytes() : 0),
            writers::add,
            () -> close(session, CloseCode.TOO_SLOW.reason()));
    return new Connection(
        ids.next().toString(),
        caller,
        clock.instant(),
        FrameRate.of(settings.framesPerSecond()),
        new Pieces(settings.frameBytes()),
        outbox,
        reason -> close(session, reason));
  }

  /** Closes on another thread, for a close waits for the write that is under way. */
  private void close(Session session, CloseReason reason) {
    try {
      executor.execute(() -> closeNow(session, reason));
    } catch (RejectedExecutionException stopping) {
      closeNow(session, reason);
    }
  }

  private static void closeNow(Session session, CloseReason reason) {
    try {
      session.close(reason);
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "A session was gone before its close: {0}", e.toString());
    }
  }

  String welcome(Connection connection) {
    return Json.object()
        .add("type", "welcome")
        .add("connectionId", connection.id())
        .add("userId", connection.caller().userId())
        .add("node", settings.nodeName())
        .add("serverTime", clock.instant().toString())
        .build()
        .toString();
  }
}
