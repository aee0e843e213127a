package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static java.util.Collections.reverse;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class NoteListIT {

  private final Account ann = Accounts.fresh();
  private final Api nobody = Switchboard.underTest().anonymous();
  private final List<Note> newestFirst = new ArrayList<>();

  @BeforeAll
  void four_public_notes_and_three_private_ones() {
    IntStream.rangeClosed(1, 7)
        .mapToObj(i -> Note.saved(ann, "note " + i, i % 2 == 1))
        .forEach(newestFirst::add);
    reverse(newestFirst);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 100})
  void a_walk_from_page_to_page_sees_ones_own_notes_once_the_newest_first(int limit) {
    List<JsonObject> seen = new ArrayList<>();
    Answer page = ann.api().get("/notes?limit=" + limit);
    seen.addAll(page.items());
    for (Optional<URI> next = page.nextLink(); next.isPresent(); next = page.nextLink()) {
      page = ann.api().follow(next.get());
      seen.addAll(page.items());
    }

    assertThat(seen).isEqualTo(newestFirst.stream().map(Note::read).toList());
    assertThat(page.next()).isEmpty();
  }

  @Test
  void nobody_sees_anothers_notes_among_his_own() {
    assertThat(Accounts.fresh().api().get("/notes").items()).isEmpty();
  }

  @Test
  void what_comes_meanwhile_does_not_shift_the_pages() {
    Account bob = Accounts.fresh();
    Note.saved(bob, "first", false);
    Note.saved(bob, "second", false);
    Answer page = bob.api().get("/notes?limit=1");
    Note.saved(bob, "meanwhile", false);

    Answer next = bob.api().follow(page.nextLink().orElseThrow());

    assertThat(Note.texts("content", next.items())).containsExactly("first");
  }

  @Test
  void the_public_list_has_everybodys_public_notes_and_no_private_one() {
    Note bobs = Note.saved(Accounts.fresh(), "bob's", true);

    List<JsonObject> listed = nobody.get("/notes/public?limit=100").items();

    assertThat(listed).contains(bobs.read());
    assertThat(listed.stream().filter(this::isAnns).toList())
        .isEqualTo(newestFirst.stream().map(Note::read).filter(NoteListIT::isPublic).toList());
    assertThat(listed).allMatch(NoteListIT::isPublic);
    assertThat(Note.texts("noteId", listed)).doesNotHaveDuplicates();
  }

  @Test
  void the_public_list_has_pages() {
    Answer page = nobody.get("/notes/public?limit=2");
    Answer next = nobody.follow(page.nextLink().orElseThrow());

    assertThat(page.items()).hasSize(2);
    assertThat(next.items()).hasSize(2).doesNotContainAnyElementsOf(page.items());
  }

  @Test
  void who_signs_in_sees_the_same_public_list() {
    assertThat(ann.api().get("/notes/public?limit=100").items().stream().filter(this::isAnns))
        .hasSize(4);
  }

  @Test
  void a_note_that_turns_private_leaves_the_public_list() {
    Note note = Note.saved(Accounts.fresh(), "for all", true);
    assertThat(publicIds()).contains(note.id());

    note.changed("for me", false);

    assertThat(publicIds()).doesNotContain(note.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=many", "cursor=nonsense", "cursor=W10"})
  void a_page_that_cannot_be_is_a_bad_request(String query) {
    assertProblem(ann.api().get("/notes?" + query), 400);
    assertProblem(nobody.get("/notes/public?" + query), 400);
  }

  private List<String> publicIds() {
    return Note.texts("noteId", nobody.get("/notes/public?limit=100").items());
  }

  private boolean isAnns(JsonObject note) {
    return note.getString("username").equals(ann.username());
  }

  private static boolean isPublic(JsonObject note) {
    return note.getBoolean("isPublic");
  }
}
