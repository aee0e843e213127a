package dev.switchboard.account;

import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import dev.switchboard.bus.Refusal;
import dev.switchboard.platform.Ids;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Makes accounts: at once for who waits, or by a command. */
@ApplicationScoped
class Registrations implements Handler<RegisterUser> {

  private final Accounts accounts;
  private final Passwords passwords;
  private final Ids ids;
  private final Clock clock;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  Registrations() {
    this(null, null, null, null);
  }

  @Inject
  Registrations(Accounts accounts, Passwords passwords, Ids ids, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes the account now; a problem 409 where the user name or the e-mail is taken. */
  NewAccount register(RegisterRequest request) {
    NewAccount account =
        new NewAccount(
            ids.next(),
            request.username(),
            request.email(),
            Objects.requireNonNullElse(request.name(), request.username()),
            passwords.hash(request.password()),
            NewAccount.USER,
            now());
    if (!accounts.add(account)) {
      throw new ProblemException(
          ProblemType.CONFLICT, "The user name or the e-mail address is taken.");
    }
    return account;
  }

  @Override
  public Effect carryOut(RegisterUser command) {
    NewAccount account =
        new NewAccount(
            command.id(),
            command.email(),
            command.email(),
            command.name(),
            command.passwordHash(),
            NewAccount.USER,
            now());
    if (!accounts.add(account) && accounts.byId(command.id()).isEmpty()) {
      throw new Refusal("The e-mail address is taken.");
    }
    return Effect.made(
        UriBuilder.fromPath("/api/v1/users/{email}").build(command.email()).toString());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
