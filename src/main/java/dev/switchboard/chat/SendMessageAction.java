package dev.switchboard.chat;

import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.Violation;
import dev.switchboard.platform.rate.UserRates;
import dev.switchboard.realtime.Action;
import dev.switchboard.realtime.ClientFrame;
import dev.switchboard.realtime.Connection;
import dev.switchboard.realtime.ErrorCode;
import dev.switchboard.realtime.FrameException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** {@code sendMessage} with a {@code payload}: publishes in a chat. */
@ApplicationScoped
class SendMessageAction implements Action {
  private static final String CLIENT_ID = "clientMessageId";
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,128}");

  private final UserRates rates;
  private final Publishing publishing;
  private final Validator validator;
  private final Json json;

  @SuppressWarnings("NullAway")
  SendMessageAction() {
    this(null, null, null, null);
  }

  @Inject
  SendMessageAction(UserRates rates, Publishing publishing, Validator validator, Json json) {
    this.rates = rates;
    this.publishing = publishing;
    this.validator = validator;
    this.json = json;
  }

  @Override
  public String name() {
    return "sendMessage";
  }

  @Override
  public boolean handles(ClientFrame frame) {
    return frame.members().containsKey("payload");
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    Optional<String> clientId = frame.text(CLIENT_ID);
    if (clientId.filter(text -> !PRINTABLE.matcher(text).matches()).isPresent()) {
      throw invalid(CLIENT_ID + " must have 1 to 128 printable characters");
    }
    rates.take(connection.caller().userId());
    UUID id = publish(connection, requestIn(frame), clientId);
    JsonObjectBuilder answer = frame.answer("accepted").add("messageId", id.toString());
    clientId.ifPresent(text -> answer.add(CLIENT_ID, text));
    connection.send(answer.build().toString());
  }

  private UUID publish(Connection connection, PublishRequest request, Optional<String> key) {
    try {
      return publishing.accept(connection.caller(), request, key.orElse(null));
    } catch (ProblemException e) {
      for (Violation violation : e.violations()) {
        throw invalid(violation.pointer().substring(1) + " " + violation.detail());
      }
      throw e;
    }
  }

  private PublishRequest requestIn(ClientFrame frame) {
    PublishRequest request = read(frame);
    validator.validate(request).stream()
        .map(SendMessageAction::describe)
        .sorted()
        .findFirst()
        .ifPresent(
            what -> {
              throw invalid(what);
            });
    return request;
  }

  private PublishRequest read(ClientFrame frame) {
    try {
      return json.read(frame.members().toString(), PublishRequest.class);
    } catch (JsonbException e) {
      throw invalid("The frame does not have the form of sendMessage");
    }
  }

  private static String describe(ConstraintViolation<?> violation) {
    return violation.getPropertyPath() + " " + violation.getMessage();
  }

  private static FrameException invalid(String what) {
    return new FrameException(ErrorCode.INVALID, what + ".");
  }
}
