package dev.switchboard.account;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Looks users up. */
@ApplicationScoped
class Users {

  private static final int MOST = 100;

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

  /** The users with these ids or user names, as far as they are known here. */
  List<NameView> named(List<String> ids, List<String> usernames) {
    if (ids.size() + usernames.size() > MOST) {
      throw ProblemException.invalid("/id", "must not be more than " + MOST);
    }
    List<UUID> known = ids.stream().flatMap(id -> Ids.parse(id).stream()).toList();
    return accounts.named(known, usernames).stream().map(NameView::of).toList();
  }

  /** The user whose token it is: our account, or who the external issuer says it is. */
  UserView whoHolds(JsonWebToken token) {
    return Ids.parse(token.getSubject())
        .flatMap(accounts::byId)
        .map(UserView::of)
        .orElseGet(() -> UserView.of(token));
  }
}
