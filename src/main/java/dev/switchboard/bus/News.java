package dev.switchboard.bus;

import dev.switchboard.platform.Ids;
import dev.switchboard.stream.Appended;
import dev.switchboard.stream.Draft;
import dev.switchboard.stream.Heads;
import dev.switchboard.stream.History;
import dev.switchboard.stream.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Stores what commands bring about in streams, and says what nodes are to learn of it. */
@ApplicationScoped
class News {
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  private final Streams streams;
  private final History history;
  private final Heads heads;

  @SuppressWarnings("NullAway")
  News() {
    this(null, null, null);
  }

  @Inject
  News(Streams streams, History history, Heads heads) {
    this.streams = streams;
    this.history = history;
    this.heads = heads;
  }

  /** Of several commands: what a refusal brings about bears another id than its command. */
  List<StreamEvent> of(List<Outcome> outcomes) {
    Map<UUID, UUID> commands = new HashMap<>();
    List<Draft> drafts = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      outcome.drafts().forEach(draft -> commands.put(draft.id(), outcome.command().id()));
      drafts.addAll(outcome.drafts());
    }
    return streams.append(drafts).stream()
        .map(
            stored ->
                StreamEvent.stored(
                    stored, Objects.requireNonNull(commands.get(stored.entry().id()))))
        .toList();
  }

  /** Of one command. */
  List<StreamEvent> of(UUID command, List<Draft> drafts) {
    return streams.append(drafts).stream()
        .map(stored -> StreamEvent.stored(stored, command))
        .toList();
  }

  /** Of one that was carried out before, when perhaps nobody was told. */
  Stream<StreamEvent> again(UUID command) {
    Instant from = Ids.tellsTime(command) ? Ids.madeAt(command).minus(CLOCKS_APART) : Instant.EPOCH;
    return history.of(command, from).stream()
        .map(entry -> StreamEvent.stored(new Appended(entry, heads.epoch(entry)), command));
  }
}
