package dev.switchboard.broadcast;

import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import dev.switchboard.platform.json.Json;
import dev.switchboard.stream.Draft;
import dev.switchboard.stream.Place;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores a broadcast, and thereby sends it to every connection of every node. */
@ApplicationScoped
class Broadcasting implements Handler<SendBroadcast> {

  @Override
  public Effect carryOut(SendBroadcast command) {
    Draft draft =
        Draft.event(
            command.id(),
            BroadcastStreams.STREAM,
            command.author(),
            place -> frame(command, place));
    return Effect.append("/api/v1/operations/" + command.id(), draft);
  }

  private static String frame(SendBroadcast command, Place place) {
    return Json.object()
        .add("type", command.type())
        .add("data", command.data())
        .add("timestamp", place.storedAt().toString())
        .add(BroadcastStreams.KEY, BroadcastStreams.ALL)
        .add("sequenceNumber", place.number())
        .build()
        .toString();
  }
}
