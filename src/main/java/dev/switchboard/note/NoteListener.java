package dev.switchboard.note;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import dev.switchboard.bus.Handler;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Saves, changes and removes notes. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Format.READ))
public class NoteListener extends CommandListener<ChangeNote> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private NoteKeeping keeping;

  public NoteListener() {
    super(ChangeNote.class);
  }

  @Override
  protected Handler<ChangeNote> handler() {
    return keeping;
  }
}
