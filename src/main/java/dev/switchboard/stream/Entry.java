package dev.switchboard.stream;

import dev.switchboard.platform.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One stored event of a stream: its place, and the very text that subscribers get. */
@Entity
@Immutable
@Table(name = "stream_entry")
@IdClass(Entry.Key.class)
public class Entry {

  /** A command brings about one entry a stream. */
  record Key(UUID id, String stream) {}

  @Id private UUID id;

  @Column(nullable = false)
  private String kind;

  @Id private String stream;

  private @Nullable Long number;

  private @Nullable String label;

  @Column(nullable = false)
  private String author;

  @Column(nullable = false)
  private boolean pushed;

  @Column(name = "stored_at", nullable = false)
  private Instant storedAt;

  @Column(nullable = false, columnDefinition = "text")
  private String frame;

  @SuppressWarnings("NullAway.Init")
  protected Entry() {}

  Entry(Draft draft, Place place) {
    id = draft.id();
    kind = draft.stream().kind();
    stream = draft.stream().toString();
    number = place.isNumbered() ? place.number() : null;
    label = draft.label();
    author = draft.author();
    pushed = draft.pushed();
    storedAt = place.storedAt();
    frame = draft.frame().apply(place);
  }

  public UUID id() {
    return id;
  }

  String kind() {
    return kind;
  }

  @Nullable String label() {
    return label;
  }

  String author() {
    return author;
  }

  boolean isPushed() {
    return pushed;
  }

  /** The name of its stream, as {@link StreamName#toString()} writes it. */
  public String stream() {
    return stream;
  }

  /** Its number in the stream; 0 for one without. */
  public long number() {
    return number == null ? 0 : number;
  }

  /** What subscribers get; empty for an entry that is only stored. */
  public String outgoing() {
    return pushed ? frame : "";
  }

  public Instant storedAt() {
    return storedAt;
  }

  /** An object that stands in the entry, such as {@code message}. */
  public JsonObject member(String name) {
    return Json.parse(frame).asJsonObject().getJsonObject(name);
  }

  /** The entry as JSON text. */
  public String frame() {
    return frame;
  }
}
