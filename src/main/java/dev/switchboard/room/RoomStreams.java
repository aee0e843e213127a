package dev.switchboard.room;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;

/** The streams of rooms: everybody signed in may follow any room, also before its first message. */
@ApplicationScoped
class RoomStreams implements StreamKind {
  static final String KIND = "room";

  static StreamName of(String roomId) {
    return new StreamName(KIND, roomId);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String key() {
    return "roomId";
  }

  @Override
  public Admission admits(Caller caller, String named) {
    return ChosenId.is(named) ? Admission.GRANTED : Admission.ABSENT;
  }
}
