package dev.switchboard.broadcast;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The one stream of broadcasts: every connection follows it from its first moment. */
@ApplicationScoped
class BroadcastStreams implements StreamKind {
  static final String KEY = "broadcasts";
  static final String ALL = "all";
  static final StreamName STREAM = new StreamName("broadcast", ALL);

  @Override
  public String kind() {
    return STREAM.kind();
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Admission admits(Caller caller, String named) {
    return named.equals(ALL) ? Admission.GRANTED : Admission.ABSENT;
  }

  @Override
  public Optional<String> unasked() {
    return Optional.of(ALL);
  }
}
