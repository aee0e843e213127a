package dev.switchboard.platform.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The catalogue of everything that can go wrong for a client, each with a stable type URI. */
public enum ProblemType {
  INVALID(400, "The request is not valid"),
  UNAUTHORIZED(401, "Not signed in"),
  FORBIDDEN(403, "Not allowed"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
  NOT_ACCEPTABLE(406, "The asked-for media type is not available"),
  CONFLICT(409, "In conflict with what exists"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
  UNPROCESSABLE(422, "The request cannot be carried out"),
  RATE_LIMITED(429, "Too many requests"),
  INTERNAL(500, "The server has failed"),
  UNAVAILABLE(503, "Unavailable for the moment");

  private final int status;
  private final String title;
  private final URI uri;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
    this.uri = URI.create("urn:switchboard:problem:" + slug());
  }

  /** The HTTP status code. */
  public int status() {
    return status;
  }

  /** One sentence, the same for every problem of this type. */
  public String title() {
    return title;
  }

  /** The stable identifier, such as {@code urn:switchboard:problem:not-found}. */
  public URI uri() {
    return uri;
  }

  static Optional<ProblemType> ofStatus(int status) {
    return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
  }

  private String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
