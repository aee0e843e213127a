package dev.switchboard.account;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives a fresh token for one that is still valid, with the groups of now, until the session of the
 * login that it goes back to is over.
 */
@ApplicationScoped
class Renewals {

  private final Accounts accounts;
  private final Tokens tokens;
  private final Settings settings;
  private final Clock clock;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  Renewals() {
    this(null, null, null, null);
  }

  @Inject
  Renewals(Accounts accounts, Tokens tokens, Settings settings, Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.settings = settings;
    this.clock = clock;
  }

  /** A problem 403 for a token that is not of ours, 401 where the session is over. */
  TokenView renew(JsonWebToken token) {
    Instant signedIn = tokens.signedIn(token).orElseThrow(Renewals::foreign);
    if (!clock.instant().isBefore(signedIn.plus(settings.sessionLifetime()))) {
      throw new ProblemException(ProblemType.UNAUTHORIZED, "The session is over: log in again.");
    }
    Account account =
        Ids.parse(token.getSubject()).flatMap(accounts::byId).orElseThrow(Renewals::foreign);
    String fresh =
        tokens.issue(account.id().toString(), account.username(), account.groups(), signedIn);
    return TokenView.of(fresh, tokens.lifetime());
  }

  private static ProblemException foreign() {
    return new ProblemException(
        ProblemType.FORBIDDEN, "Only the token of an account of this system is renewed here.");
  }
}
