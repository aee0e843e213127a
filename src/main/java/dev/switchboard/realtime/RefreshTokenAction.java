package dev.switchboard.realtime;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.security.Tokens;
import dev.switchboard.stream.StreamKind.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * {@code refreshToken}: the same user goes on under a fresh token, and follows no longer what that
 * does not allow.
 */
@ApplicationScoped
class RefreshTokenAction implements Action {
  private final Tokens tokens;
  private final Leaving leaving;

  @SuppressWarnings("NullAway")
  RefreshTokenAction() {
    this(null, null);
  }

  @Inject
  RefreshTokenAction(Tokens tokens, Leaving leaving) {
    this.tokens = tokens;
    this.leaving = leaving;
  }

  @Override
  public String name() {
    return "refreshToken";
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    Caller fresh = verify(frame);
    if (!fresh.userId().equals(connection.caller().userId())) {
      throw new FrameException(ErrorCode.FORBIDDEN, "The token is another user's.");
    }
    leaveWhatIsForbidden(connection, fresh);
    connection.refresh(fresh);
    // A right withdrawn in between was judged by the token before.
    leaveWhatIsForbidden(connection, fresh);
    connection.send(
        frame
            .answer("tokenRefreshed")
            .add("expiresAt", fresh.expiresAt().toString())
            .build()
            .toString());
  }

  private void leaveWhatIsForbidden(Connection connection, Caller fresh) {
    connection
        .subscriptions()
        .values()
        .forEach(
            subscription -> {
              if (subscription.target().admits(fresh) != Admission.GRANTED) {
                leaving.revoke(subscription, null);
              }
            });
  }

  private Caller verify(ClientFrame frame) {
    String token =
        frame
            .text("token")
            .orElseThrow(() -> new FrameException(ErrorCode.INVALID, "There is no 'token'."));
    try {
      return tokens.verify(token);
    } catch (ProblemException e) {
      throw new FrameException(ErrorCode.FORBIDDEN, "The token is not valid.");
    }
  }
}
