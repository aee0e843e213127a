package dev.switchboard.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.bus.Accepted;
import dev.switchboard.bus.Commands;
import dev.switchboard.bus.Submission;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.platform.security.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Users, made by a command and found by e-mail. */
@Path("/users")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
public class UserResource {

  private static final String QUEUE = "switchboard.registrations";

  private final Commands commands;
  private final Passwords passwords;
  private final Users users;

  @SuppressWarnings("NullAway") // for the container alone
  public UserResource() {
    this(null, null, null);
  }

  @Inject
  public UserResource(Commands commands, Passwords passwords, Users users) {
    this.commands = commands;
    this.passwords = passwords;
    this.users = users;
  }

  /** Has a user made in a while. */
  @POST
  @Path("/register")
  @Open
  @Operation(operationId = "registerUser", summary = "Ask for a user to be made")
  @SecurityRequirements
  @APIResponseSchema(value = Accepted.class, responseCode = "202")
  public Response register(
      UserRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Context SecurityContext security) {
    String author = authorOf(request, security);
    String hash = request.password() == null ? null : passwords.hash(request.password());
    UUID id =
        commands.accept(
            new Submission(
                author, QUEUE, false, idempotencyKey, fingerprint(request, idempotencyKey)),
            given -> new RegisterUser(given, author, request.email(), request.name(), hash));
    return Accepted.of(id, "User registration request is accepted.");
  }

  /** Strangers are told apart by whom they register, so that their keys do not collide. */
  private static String authorOf(UserRequest request, SecurityContext security) {
    return security.getUserPrincipal() == null
        ? RegisterUser.ANONYMOUS + ":" + UUID.nameUUIDFromBytes(request.email().getBytes(UTF_8))
        : Caller.of(security).userId();
  }

  /**
   * What tells one request from another under the same key: the password, too, but not in clear.
   */
  private Object fingerprint(UserRequest request, @Nullable String key) {
    return key == null || request.password() == null
        ? request.withoutPassword()
        : List.of(request.withoutPassword(), passwords.fingerprint(request.password(), key));
  }

  /** Tells what users are called whose ids, or who the users are whose names, are known. */
  @GET
  @Operation(
      operationId = "names",
      summary = "Who has these ids or user names, 100 of them at most; without those unknown here")
  @APIResponseSchema(NameView.Names.class)
  public Response names(
      @QueryParam("id") List<String> ids, @QueryParam("username") List<String> usernames) {
    return Response.ok(new NameView.Names(users.named(ids, usernames))).build();
  }

  /** Finds a user. */
  @GET
  @Path("/{email}")
  @Operation(operationId = "userByEmail", summary = "The user with that e-mail")
  @APIResponseSchema(PersonView.class)
  public Response byEmail(@PathParam("email") String email) {
    return Response.ok(users.withEmail(email)).build();
  }
}
