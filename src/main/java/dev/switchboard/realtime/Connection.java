package dev.switchboard.realtime;

import dev.switchboard.platform.rate.FrameRate;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamName;
import jakarta.websocket.CloseReason;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A live session of one user: who it is, what it follows, and the outbox to it. */
public final class Connection {
  private final String id;
  private final Instant openedAt;
  private final FrameRate rate;
  private final Outbox outbox;
  private final Consumer<CloseReason> closing;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicInteger refused = new AtomicInteger();
  private final Turns turns;
  private final Pieces pieces;
  private final Map<StreamName, Subscription> subscriptions = new ConcurrentHashMap<>();
  private volatile Caller caller;
  private volatile boolean leaving;
  private volatile Instant heardAt;
  private volatile Instant warnedOf = Instant.MIN;

  Connection(
      String id,
      Caller caller,
      Instant openedAt,
      FrameRate rate,
      Pieces pieces,
      Outbox outbox,
      Consumer<CloseReason> closing) {
    this.id = id;
    this.caller = caller;
    this.openedAt = openedAt;
    this.heardAt = openedAt;
    this.rate = rate;
    this.outbox = outbox;
    this.turns = new Turns(outbox);
    this.pieces = pieces;
    this.closing = closing;
  }

  /** The id that the welcome frame told. */
  public String id() {
    return id;
  }

  /** The user, as the latest token says. */
  public Caller caller() {
    return caller;
  }

  /** Sends a frame, or closes the connection when the client is too slow to keep up. */
  public void send(String frame) {
    if (!outbox.offer(frame)) {
      close(CloseCode.TOO_SLOW);
    }
  }

  void close(CloseCode code) {
    close(code.reason());
  }

  void close(CloseReason reason) {
    if (closed.compareAndSet(false, true)) {
      outbox.close();
      closing.accept(reason);
    }
  }

  boolean isClosed() {
    return closed.get();
  }

  void ping() {
    outbox.ping();
  }

  /** Closes once the client has got what was sent before; what it sends is not heard any more. */
  void closeBehind(CloseCode code) {
    leaving = true;
    outbox.finish(() -> close(code));
  }

  /** Whether it is closed, or about to be. */
  boolean isLeaving() {
    return leaving || isClosed();
  }

  /** Whether its outbox has room for something large; a client that reads makes room soon. */
  public boolean hasRoom() {
    return outbox.isHalfEmpty();
  }

  /** How many frames wait to be written. */
  int waitingFrames() {
    return outbox.size();
  }

  /** What came of the message that is under way; for the container's thread alone. */
  Pieces pieces() {
    return pieces;
  }

  /** The order in which its replays go on. */
  Turns turns() {
    return turns;
  }

  /** The session is gone, whoever closed it. */
  void ended() {
    closed.set(true);
    outbox.close();
  }

  Map<StreamName, Subscription> subscriptions() {
    return subscriptions;
  }

  /** Whether one more frame of the client is within its rate. */
  boolean admitsFrame() {
    boolean admitted = rate.tryTake();
    if (admitted) {
      refused.updateAndGet(count -> Math.max(0, count - 1));
    }
    return admitted;
  }

  /** Counts the frames refused; one that is admitted makes up for one refused. */
  int countRefused() {
    return refused.incrementAndGet();
  }

  Instant openedAt() {
    return openedAt;
  }

  Instant heardAt() {
    return heardAt;
  }

  /** Whether the client has read since the last call, as far as writes tell. */
  boolean hasRead() {
    return outbox.link().hasRead();
  }

  void heard(Instant now) {
    heardAt = now;
  }

  void refresh(Caller fresh) {
    caller = fresh;
  }

  /** Whether the client was not yet warned of this end of its token; from now on it was. */
  boolean warnOnceOf(Instant expiry) {
    boolean isNew = !warnedOf.equals(expiry);
    warnedOf = expiry;
    return isNew;
  }
}
