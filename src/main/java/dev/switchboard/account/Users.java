package dev.switchboard.account;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Looks users up. */
@ApplicationScoped
class Users {

  private final Accounts accounts;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  Users() {
    this(null);
  }

  @Inject
  Users(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The user with that e-mail; a problem 404 where there is none. */
  PersonView withEmail(String email) {
    return accounts
        .byEmail(email)
        .map(PersonView::of)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "No user has that e-mail address."));
  }

  /** The user whose token it is: our account, or who the external issuer says it is. */
  UserView whoHolds(JsonWebToken token) {
    return Ids.parse(token.getSubject())
        .flatMap(accounts::byId)
        .map(UserView::of)
        .orElseGet(() -> UserView.of(token));
  }
}
