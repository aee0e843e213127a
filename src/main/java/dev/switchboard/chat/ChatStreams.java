package dev.switchboard.chat;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** The streams of chats: to be followed by those who have a role in the chat. */
@ApplicationScoped
class ChatStreams implements StreamKind {
  static final String KIND = "chat";

  private final Access access;
  private final Settings settings;

  @SuppressWarnings("NullAway")
  ChatStreams() {
    this(null, null);
  }

  @Inject
  ChatStreams(Access access, Settings settings) {
    this.access = access;
    this.settings = settings;
  }

  static StreamName of(String chatId) {
    return new StreamName(KIND, chatId);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String key() {
    return "chatId";
  }

  @Override
  public Admission admits(Caller caller, String id) {
    return ChosenId.is(id) && access.mayRead(caller, id) ? Admission.GRANTED : Admission.FORBIDDEN;
  }

  @Override
  public Optional<Duration> retention() {
    return Optional.of(settings.chatRetention());
  }
}
