package dev.switchboard.board;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import dev.switchboard.bus.Handler;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Opens boards. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Format.READ))
public class BoardListener extends CommandListener<CreateBoard> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private BoardCreation creation;

  public BoardListener() {
    super(CreateBoard.class);
  }

  @Override
  protected Handler<CreateBoard> handler() {
    return creation;
  }
}
