package dev.switchboard.realtime;

import dev.switchboard.platform.Settings;
import dev.switchboard.platform.log.LogEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where clients connect: opens connections, hands their frames on, and ends them. */
@ApplicationScoped
@ServerEndpoint(
    value = SocketEndpoint.PATH,
    subprotocols = {"switchboard.v1", SocketEndpoint.LINES})
public class SocketEndpoint {
  static final String PATH = "/ws";
  static final String LINES = "switchboard.v1.lines";
  private static final Logger LOG = System.getLogger(SocketEndpoint.class.getName());
  private static final String CONNECTION = "switchboard.connection";
  private static final int REFUSED_AT_MOST = 100;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory factory;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Connections connections;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Unasked unasked;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private QuerySubscriptions wanted;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Leaving leaving;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Tally tally;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Actions actions;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Settings settings;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private Clock clock;

  @OnOpen
  public void onOpen(Session session) {
    session.setMaxTextMessageBufferSize(settings.frameBytes());
    Connection connection = factory.connect(session);
    session.getUserProperties().put(CONNECTION, connection);
    if (connections.add(connection, settings.connectionsPerUser())) {
      tell(LogEvent.CONNECT, connection, null);
      Runnable rest = unasked.begin(connection);
      connection.send(factory.welcome(connection));
      rest.run();
      wanted.begin(connection, session);
    } else {
      connection.close(CloseCode.TOO_MANY_CONNECTIONS);
    }
  }

  @OnMessage
  public void onText(Session session, String piece, boolean last) {
    Connection connection = connectionOf(session);
    if (connection.isLeaving()) {
      return;
    }
    connection.heard(clock.instant());
    if (!connection.pieces().add(piece)) {
      connection.close(CloseCode.TOO_LARGE);
    } else if (last) {
      onFrame(connection, connection.pieces().take());
    }
  }

  private void onFrame(Connection connection, String text) {
    if (connection.admitsFrame()) {
      actions.perform(connection, text);
    } else if (connection.countRefused() <= REFUSED_AT_MOST) {
      connection.send(
          ClientFrame.unreadable().error(ErrorCode.RATE_LIMITED, "Too many frames; slow down."));
    } else {
      connection.closeBehind(CloseCode.TOO_MANY_FRAMES);
    }
  }

  @OnMessage
  public void onBinary(Session session, ByteBuffer piece, boolean last) {
    connectionOf(session).close(CloseCode.PROTOCOL_VIOLATION);
  }

  @OnMessage
  public void onPong(Session session, PongMessage pong) {
    Connection connection = connectionOf(session);
    if (!connection.isLeaving()) {
      connection.heard(clock.instant());
    }
  }

  @OnClose
  public void onClose(Session session, CloseReason reason) {
    Connection connection = connectionOf(session);
    connection.ended();
    connections.remove(connection);
    leaving.leaveAll(connection);
    tally.closed(reason.getCloseCode().getCode());
    tell(LogEvent.DISCONNECT, connection, reason.getCloseCode().getCode());
  }

  private void tell(LogEvent event, Connection connection, @Nullable Integer code) {
    event.log(
        "connection", connection.id(),
        "user", connection.caller().userId(),
        "code", code,
        "connections", connections.count());
  }

  @OnError
  public void onError(Session session, Throwable cause) {
    LOG.log(Level.DEBUG, "A connection broke: {0}", cause.toString());
  }

  private static Connection connectionOf(Session session) {
    return (Connection) Objects.requireNonNull(session.getUserProperties().get(CONNECTION));
  }
}
