package dev.switchboard.board;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Handler;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Posts messages on boards. */
@MessageDriven
public class BoardMessageListener extends CommandListener<PostMessage> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private MessagePosting posting;

  public BoardMessageListener() {
    super(PostMessage.class);
  }

  @Override
  protected Handler<PostMessage> handler() {
    return posting;
  }
}
