package dev.switchboard.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST interface, and what its description says of all of it. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Switchboard",
            version = "1",
            description = "Real-time messaging: asked for by calls, told by the socket."),
    security = @SecurityRequirement(name = RestApplication.BEARER),
    components =
        @Components(
            securitySchemes =
                @SecurityScheme(
                    securitySchemeName = RestApplication.BEARER,
                    type = SecuritySchemeType.HTTP,
                    scheme = "bearer",
                    bearerFormat = "JWT"),
            responses =
                @APIResponse(
                    name = RestApplication.PROBLEM,
                    description = "A problem, by its status",
                    content =
                        @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "Problem")))))
public class RestApplication extends Application {

  /** The name of the security scheme, in the API description. */
  public static final String BEARER = "bearer";

  /** The name of the answer that every call may give instead of its own. */
  public static final String PROBLEM = "Problem";
}
