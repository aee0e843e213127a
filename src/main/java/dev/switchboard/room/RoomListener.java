package dev.switchboard.room;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Handler;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Stores what is said in rooms. */
@MessageDriven
public class RoomListener extends CommandListener<SendMessage> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private MessageStoring storing;

  public RoomListener() {
    super(SendMessage.class);
  }

  @Override
  protected Handler<SendMessage> handler() {
    return storing;
  }
}
