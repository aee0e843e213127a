package dev.switchboard.platform.problem;

import dev.switchboard.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies within their limit and holds them against their constraints: each body, whatever the
 * resource says; answers for those that cannot be read.
 */
@Provider
@ApplicationScoped
public class BodyInterceptor implements ReaderInterceptor {

  private final Settings settings;
  private final Validator validator;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  public BodyInterceptor() {
    this(null, null);
  }

  /** Takes the limit from the settings. */
  @Inject
  public BodyInterceptor(Settings settings, Validator validator) {
    this.settings = settings;
    this.validator = validator;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    Object read = read(body);
    if (read == null) {
      throw notReadable();
    }
    Set<ConstraintViolation<Object>> found = validator.validate(read);
    if (!found.isEmpty()) {
      throw Violations.problem(found);
    }
    return read;
  }

  private @Nullable Object read(ReaderInterceptorContext body) throws IOException {
    LimitedStream limited = new LimitedStream(body.getInputStream(), settings.bodyBytes());
    limited.expect(body.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH));
    body.setInputStream(limited);
    try {
      return body.proceed();
    } catch (JsonbException
        | JsonException
        | ProcessingException
        | BadRequestException
        | IOException unreadable) {
      throw limited.exceeded() ? limited.tooLarge() : notReadable();
    }
  }

  private static ProblemException notReadable() {
    return new ProblemException(
        ProblemType.INVALID, "The body is not JSON of the form that this call takes.");
  }
}
