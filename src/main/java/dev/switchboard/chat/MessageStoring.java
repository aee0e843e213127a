package dev.switchboard.chat;

import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import dev.switchboard.stream.Draft;
import dev.switchboard.stream.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Stores a message in its chat. */
@ApplicationScoped
class MessageStoring implements Handler<PublishMessage> {
  private final Retention retention;

  @SuppressWarnings("NullAway")
  MessageStoring() {
    this(null);
  }

  @Inject
  MessageStoring(Retention retention) {
    this.retention = retention;
  }

  @Override
  public Effect carryOut(PublishMessage command) {
    retention.ready();
    Draft draft =
        new Draft(
            command.id(),
            ChatStreams.of(command.chatId()),
            command.userId(),
            null,
            command.numbered(),
            command.isPushed(),
            place -> ChatFrame.of(command, place));
    return Effect.append("/api/v1/messages?chatId=" + command.chatId(), draft);
  }
}
