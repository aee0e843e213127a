package dev.switchboard.bus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The traces of commands that are carried out together: their events are told under them. */
final class Traces {
  private final Map<String, String> byCommand = new HashMap<>();

  /** Of the commands of these parcels, as far as they have one. */
  Traces(List<Parcel> parcels) {
    for (Parcel each : parcels) {
      Envelope envelope = each.envelope();
      if (envelope.id() != null && envelope.trace() != null) {
        byCommand.put(envelope.id(), envelope.trace());
      }
    }
  }

  /** The same events, those of a command that has a trace under it. */
  List<StreamEvent> under(List<StreamEvent> events) {
    return byCommand.isEmpty() ? events : events.stream().map(this::under).toList();
  }

  private StreamEvent under(StreamEvent event) {
    return event.under(byCommand.getOrDefault(event.trace(), event.trace()));
  }
}
