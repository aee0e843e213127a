package dev.switchboard.stream;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One stored event of a stream: its place, and the very text that subscribers get. */
@Entity
@Immutable
@Table(name = "stream_entry")
public class Entry {
  @Id private UUID id;

  @Column(nullable = false)
  private String kind;

  @Column(nullable = false)
  private String stream;

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

  /** The entry as JSON text. */
  public String frame() {
    return frame;
  }
}
