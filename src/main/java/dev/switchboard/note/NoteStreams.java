package dev.switchboard.note;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The streams of notes: one's own, which everybody follows without asking, and the public one. */
@ApplicationScoped
class NoteStreams implements StreamKind {

  @Override
  public String kind() {
    return Feed.KIND;
  }

  @Override
  public String key() {
    return "notes";
  }

  @Override
  public Admission admits(Caller caller, String named) {
    return named.equals(Feed.MINE) || named.equals(Feed.EVERYBODYS.name())
        ? Admission.GRANTED
        : Admission.ABSENT;
  }

  @Override
  public StreamName stream(Caller caller, String named) {
    return named.equals(Feed.MINE)
        ? Feed.of(caller.userId()).stream()
        : new StreamName(Feed.KIND, named);
  }

  @Override
  public Optional<String> unasked() {
    return Optional.of(Feed.MINE);
  }
}
