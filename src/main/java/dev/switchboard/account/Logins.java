package dev.switchboard.account;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a token to who knows the password. An unknown user and a wrong password get the same
 * answer, after the same time, and count alike as failures.
 */
@ApplicationScoped
class Logins {

  private final Accounts accounts;
  private final Passwords passwords;
  private final LoginFailures failures;
  private final Tokens tokens;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  Logins() {
    this(null, null, null, null);
  }

  @Inject
  Logins(Accounts accounts, Passwords passwords, LoginFailures failures, Tokens tokens) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.failures = failures;
    this.tokens = tokens;
  }

  /** A problem 401 for a wrong password, 429 after too many of them. */
  TokenView login(LoginRequest request) {
    Optional<Account> account = accounts.byLogin(request.username());
    String subject =
        account.map(found -> found.id().toString()).orElseGet(() -> hash(request.username()));
    refuseWhile(failures.blocked(subject));
    boolean known = passwords.matches(request.password(), account.flatMap(Account::passwordHash));
    refuseWhile(failures.settle(subject, known));
    if (!known) {
      failures.forgetOld();
    }
    return account
        .filter(found -> known)
        .map(found -> token(found.id().toString(), found.username(), found.groups()))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.UNAUTHORIZED, "The user name or the password is wrong."));
  }

  /** A first token for an account that was just made. */
  TokenView tokenFor(NewAccount account) {
    return token(account.id().toString(), account.username(), account.groups());
  }

  private TokenView token(String id, String username, Set<String> groups) {
    return TokenView.of(tokens.issue(id, username, groups), tokens.lifetime());
  }

  private static void refuseWhile(Optional<Duration> blocked) {
    if (blocked.isPresent()) {
      throw ProblemException.rateLimited(blocked.get());
    }
  }

  private static String hash(String name) {
    try {
      byte[] folded = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(folded));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
