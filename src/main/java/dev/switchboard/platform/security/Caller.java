package dev.switchboard.platform.security;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes the call, as the verified token says. */
public record Caller(String userId, String username, Set<String> groups, Instant expiresAt) {

  private static final String SERVICE = "service";
  private static final String ADMIN = "admin";

  public Caller {
    groups = Set.copyOf(groups);
  }

  /** The caller of this request; a problem 401 where nobody has signed in. */
  public static Caller of(SecurityContext context) {
    if (context.getUserPrincipal() instanceof JsonWebToken token) {
      return of(token);
    }
    throw new ProblemException(ProblemType.UNAUTHORIZED, "This call needs a token.");
  }

  /** The caller whom a verified token names. */
  public static Caller of(JsonWebToken token) {
    Set<String> groups = token.getGroups();
    return new Caller(
        token.getSubject(),
        token.getName(),
        groups == null ? Set.of() : groups,
        Instant.ofEpochSecond(token.getExpirationTime()));
  }

  /** Whether the caller is in the group. */
  public boolean is(String group) {
    return groups.contains(group);
  }

  /** Whether the caller is an administrator. */
  public boolean administers() {
    return is(ADMIN);
  }

  /**
   * Who is to stand as the author of what the caller asks for.
   *
   * @param named the user whom the request names, or null for the caller
   * @throws ProblemException 403 if the caller may not act for that user
   */
  public String authorAs(@Nullable String named) {
    String author = named == null ? userId : named;
    if (!mayActFor(author)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "You may not act for another user.");
    }
    return author;
  }

  /**
   * What the author is called. Who acts for another says what that one is called; nobody gives
   * himself a name.
   *
   * @param author as {@link #authorAs} says
   * @param named the name in the request; where it is null, another's is the id
   */
  public String nameOf(String author, @Nullable String named) {
    if (author.equals(userId)) {
      return username;
    }
    return named == null ? author : named;
  }

  /** Whether the caller is that user, or may act for everybody. */
  public boolean mayActFor(String otherUserId) {
    return userId.equals(otherUserId) || is(SERVICE) || administers();
  }
}
