package dev.switchboard.realtime;

import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.log.LogEvent;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Ends subscriptions. */
@ApplicationScoped
class Leaving {
  private final Channels channels;

  @SuppressWarnings("NullAway")
  Leaving() {
    this(null);
  }

  @Inject
  Leaving(Channels channels) {
    this.channels = channels;
  }

  /** Leaves a stream: nothing of it is sent from now on. */
  void leave(Connection connection, StreamName stream) {
    Subscription subscription = connection.subscriptions().get(stream);
    if (subscription != null) {
      end(subscription);
    }
  }

  /** Leaves everything, at the end of a connection. */
  void leaveAll(Connection connection) {
    connection.subscriptions().keySet().forEach(stream -> leave(connection, stream));
  }

  /**
   * Ends a subscription whose right was withdrawn, and says so.
   *
   * @param trace what the log knows the withdrawal by, where that is known
   */
  void revoke(Subscription subscription, @Nullable String trace) {
    if (end(subscription)) {
      LogEvent.REVOKE.log(
          "trace", trace,
          "connection", subscription.connection().id(),
          "user", subscription.connection().caller().userId(),
          "stream", subscription.target().stream());
      subscription
          .connection()
          .send(
              subscription
                  .target()
                  .writeTo(Json.object().add("type", "unsubscribed"))
                  .add("reason", "revoked")
                  .build()
                  .toString());
    }
  }

  private boolean end(Subscription subscription) {
    StreamName stream = subscription.target().stream();
    boolean stood = subscription.connection().subscriptions().remove(stream, subscription);
    if (stood) {
      subscription.channel().remove(subscription);
      channels.release(stream);
    }
    return stood;
  }
}
