package dev.switchboard.realtime;

import dev.switchboard.platform.Printable;
import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.rate.UserRates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each {@code sendMessage} has in common, wherever the message goes. */
@ApplicationScoped
public class SendMessages {
  private static final String CLIENT_ID = "clientMessageId";

  private final UserRates rates;
  private final Validator validator;
  private final Json json;

  @SuppressWarnings("NullAway")
  SendMessages() {
    this(null, null, null);
  }

  @Inject
  SendMessages(UserRates rates, Validator validator, Json json) {
    this.rates = rates;
    this.validator = validator;
    this.json = json;
  }

  /**
   * Reads a frame.
   *
   * @param form a record whose constraints the frame must keep
   * @throws FrameException INVALID where it does not
   */
  public <T> T read(ClientFrame frame, Class<T> form) {
    T message = parse(frame, form);
    validator.validate(message).stream()
        .map(SendMessages::describe)
        .sorted()
        .findFirst()
        .ifPresent(
            what -> {
              throw invalid(what);
            });
    return message;
  }

  private <T> T parse(ClientFrame frame, Class<T> form) {
    try {
      return json.read(frame.members().toString(), form);
    } catch (JsonbException e) {
      throw invalid("The frame does not have the form of sendMessage");
    }
  }

  /**
   * Lets a message in, within the user's rate, and answers {@code accepted}.
   *
   * @param door makes the message durable under the client's own id for it, which may be null; the
   *     id that it got
   * @throws FrameException INVALID where that id is not printable
   */
  public void accept(
      Connection connection, ClientFrame frame, Function<@Nullable String, UUID> door) {
    Optional<String> clientId = frame.text(CLIENT_ID);
    if (clientId.filter(text -> !Printable.is(text)).isPresent()) {
      throw invalid(CLIENT_ID + " must have 1 to 128 printable characters");
    }
    rates.take(connection.caller().userId());
    UUID id = door.apply(clientId.orElse(null));
    JsonObjectBuilder answer = frame.answer("accepted").add("messageId", id.toString());
    clientId.ifPresent(text -> answer.add(CLIENT_ID, text));
    connection.send(answer.build().toString());
  }

  private static String describe(ConstraintViolation<?> violation) {
    return violation.getPropertyPath() + " " + violation.getMessage();
  }

  private static FrameException invalid(String what) {
    return new FrameException(ErrorCode.INVALID, what + ".");
  }
}
