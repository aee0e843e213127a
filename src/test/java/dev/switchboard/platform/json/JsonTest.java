package dev.switchboard.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.paging.Page;
import jakarta.json.bind.JsonbException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class JsonTest {

  private final Json json = new Json();

  public record Note(UUID id, @Nullable String text, boolean isPublic, Instant savedAt) {

    boolean isEmpty() {
      return text == null;
    }
  }

  private static final UUID ID = UUID.fromString("0197f3c0-0000-7000-8000-000000000001");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456Z");

  @Test
  void members_keep_their_names_and_instants_are_in_utc() {
    assertThat(json.write(new Note(ID, "hi", true, NOON)))
        .isEqualTo(
            """
            {"id":"%s","isPublic":true,"savedAt":"2026-01-02T12:00:00.123456Z","text":"hi"}\
            """
                .formatted(ID));
  }

  @Test
  void absent_members_are_left_out() {
    assertThat(json.write(new Note(ID, null, false, NOON))).doesNotContain("text", "null");
  }

  @Test
  void what_was_written_reads_the_same_and_unknown_members_are_ignored() {
    Note note = new Note(ID, "hi", true, NOON);
    String text = json.write(note).replaceFirst("\\{", "{\"unknown\":[1,{\"a\":2}],");

    assertThat(json.read(text, Note.class)).isEqualTo(note);
  }

  @Test
  void missing_members_read_as_absent() {
    assertThat(json.read("{\"text\":\"hi\"}", Note.class))
        .extracting(Note::text, Note::isPublic)
        .containsExactly("hi", false);
  }

  @Test
  void a_page_is_items_and_next() {
    assertThat(json.write(new Page<>(List.of(new Note(ID, null, false, NOON)), "abc")))
        .startsWith("{\"items\":[{\"id\":\"" + ID)
        .endsWith("}],\"next\":\"abc\"}");
    assertThat(json.write(new Page<>(List.of(), null))).isEqualTo("{\"items\":[]}");
  }

  @Test
  void what_is_not_json_is_not_read() {
    assertThatThrownBy(() -> json.read("{\"text\":", Note.class))
        .isInstanceOf(JsonbException.class);
  }
}
