package dev.switchboard.account;

import dev.switchboard.bus.CommandListener;
import dev.switchboard.bus.Format;
import dev.switchboard.bus.Handler;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Takes registrations from the queue {@code switchboard.registrations}. */
@MessageDriven(
    activationConfig =
        @ActivationConfigProperty(propertyName = "messageSelector", propertyValue = Format.READ))
public class RegistrationListener extends CommandListener<RegisterUser> {
  @Inject
  @SuppressWarnings("NullAway.Init")
  private Registrations registrations;

  public RegistrationListener() {
    super(RegisterUser.class);
  }

  @Override
  protected Handler<RegisterUser> handler() {
    return registrations;
  }
}
