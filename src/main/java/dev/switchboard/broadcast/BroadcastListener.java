package dev.switchboard.broadcast;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Handler;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Sends broadcasts. */
@MessageDriven
public class BroadcastListener extends CommandListener<SendBroadcast> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private Broadcasting handler;

  public BroadcastListener() {
    super(SendBroadcast.class);
  }

  @Override
  protected Handler<SendBroadcast> handler() {
    return handler;
  }
}
