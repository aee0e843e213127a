package dev.switchboard.bus;

import static jakarta.ws.rs.core.HttpHeaders.LOCATION;

import jakarta.ws.rs.core.Response;
import java.util.UUID;

/**
 * The answer to a command that is durable now.
 *
 * @param message says so
 * @param id of the operation, and of the thing that will exist
 */
public record Accepted(String message, UUID id) {

  /** 202 with {@code Location} of the operation. */
  public static Response of(UUID id, String message) {
    return of(id, new Accepted(message, id));
  }

  /** 202 with {@code Location} of the operation, and a body of the feature's own. */
  public static Response of(UUID id, Object body) {
    return Response.accepted(body).header(LOCATION, "/api/v1/operations/" + id).build();
  }
}
