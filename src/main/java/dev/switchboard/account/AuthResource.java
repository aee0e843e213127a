package dev.switchboard.account;

import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.security.Open;
import dev.switchboard.platform.security.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registering, logging in, and who one is. */
@Path("/auth")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
public class AuthResource {

  private final Registrations registrations;
  private final Logins logins;
  private final Renewals renewals;
  private final Users users;
  private final Tokens tokens;

  @SuppressWarnings("NullAway") // for the container alone
  public AuthResource() {
    this(null, null, null, null, null);
  }

  @Inject
  public AuthResource(
      Registrations registrations, Logins logins, Renewals renewals, Users users, Tokens tokens) {
    this.registrations = registrations;
    this.logins = logins;
    this.renewals = renewals;
    this.users = users;
    this.tokens = tokens;
  }

  /** Makes an account at once. */
  @POST
  @Path("/register")
  @Open
  @Operation(operationId = "register", summary = "Make an account and get a token")
  @SecurityRequirements
  @APIResponseSchema(value = RegisteredView.class, responseCode = "201")
  public Response register(RegisterRequest request) {
    NewAccount account = registrations.register(request);
    return Response.status(Response.Status.CREATED)
        .entity(RegisteredView.of(account, logins.tokenFor(account)))
        .build();
  }

  /** Gives a token for a password. */
  @POST
  @Path("/login")
  @Open
  @Operation(operationId = "login", summary = "Get a token for a user name or e-mail")
  @SecurityRequirements
  @APIResponseSchema(TokenView.class)
  public Response login(LoginRequest request) {
    return Response.ok(logins.login(request)).build();
  }

  /** Gives a fresh token for one that still holds, so that a session need not end with it. */
  @POST
  @Path("/refresh")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "refresh", summary = "Get a fresh token while the session lasts")
  @APIResponseSchema(TokenView.class)
  public Response refresh(@Context SecurityContext context) {
    return Response.ok(renewals.renew((JsonWebToken) context.getUserPrincipal())).build();
  }

  /** Says who calls. */
  @GET
  @Path("/me")
  @Operation(operationId = "me", summary = "The user whose token this is")
  @APIResponseSchema(UserView.class)
  public Response me(@Context SecurityContext context) {
    JsonWebToken token = (JsonWebToken) context.getUserPrincipal();
    return Response.ok(users.whoHolds(token)).build();
  }

  /** Publishes the keys that verify our tokens. */
  @GET
  @Path("/jwks")
  @Open
  @Operation(operationId = "jwks", summary = "The public keys, as a JWK set (RFC 7517)")
  @SecurityRequirements
  @APIResponse(responseCode = "200", description = "The JWK set")
  public Response jwks() {
    return Response.ok(tokens.jwks()).build();
  }
}
