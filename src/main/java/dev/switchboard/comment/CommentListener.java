package dev.switchboard.comment;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import dev.switchboard.bus.Handler;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Writes, edits and removes comments. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Format.READ))
public class CommentListener extends CommandListener<ChangeComment> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private CommentKeeping handler;

  public CommentListener() {
    super(ChangeComment.class);
  }

  @Override
  protected Handler<ChangeComment> handler() {
    return handler;
  }
}
