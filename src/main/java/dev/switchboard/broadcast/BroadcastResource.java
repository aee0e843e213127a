package dev.switchboard.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.bus.Accepted;
import dev.switchboard.bus.Commands;
import dev.switchboard.bus.Submission;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.AllowedGroups;
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

/** Broadcasts over REST. */
@Path("/websocket/broadcast")
@Tag(name = "broadcasts")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@AllowedGroups({"service", "admin"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BroadcastResource {
  private final Commands commands;
  private final Settings settings;

  @SuppressWarnings("NullAway")
  BroadcastResource() {
    this(null, null);
  }

  @Inject
  public BroadcastResource(Commands commands, Settings settings) {
    this.commands = commands;
    this.settings = settings;
  }

  /** Sends something to everybody who is connected; broadcasts keep the order accepted. */
  @POST
  @Operation(operationId = "broadcast", summary = "Send something to every connection")
  @APIResponse(
      responseCode = "202",
      description = "It will be sent",
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  public Response send(
      BroadcastRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    String author = Caller.of(security).userId();
    requireSendable(request.data().toString());
    UUID id =
        commands.accept(
            new Submission(author, SendBroadcast.QUEUE, true, key, request),
            newId -> new SendBroadcast(newId, author, request.type(), request.data()));
    return Accepted.of(id, "Broadcast request is accepted.");
  }

  private void requireSendable(String data) {
    if (data.getBytes(UTF_8).length > settings.frameBytes()) {
      throw ProblemException.invalid(
          "/data", "must have at most " + settings.frameBytes() + " bytes");
    }
    if (!UTF_8.newEncoder().canEncode(data)) {
      throw ProblemException.invalid("/data", "must be text without half a surrogate pair");
    }
  }
}
