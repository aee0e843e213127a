package dev.switchboard.chat;

import dev.switchboard.bus.Accepted;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Publishing in chats over REST. */
@Path("/publish")
@Tag(name = "chats")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PublishResource {
  private final Publishing publishing;

  @SuppressWarnings("NullAway")
  PublishResource() {
    this(null);
  }

  @Inject
  public PublishResource(Publishing publishing) {
    this.publishing = publishing;
  }

  /** Publishes a message in a chat. */
  @POST
  @Operation(operationId = "publish", summary = "Publish a message in a chat")
  @APIResponse(
      responseCode = "202",
      description = "The message will be stored and sent",
      content = @Content(schema = @Schema(implementation = Published.class)))
  public Response publish(
      PublishRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    UUID id = publishing.accept(Caller.of(security), request, key);
    return Accepted.of(id, Published.of(id));
  }
}
