package dev.switchboard.system;

import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteEventsIT {

  private final Account ann = Accounts.fresh();

  @Test
  void every_connection_of_the_author_hears_of_a_note_without_asking() {
    try (Socket one = ann.connect();
        Socket two = ann.connect()) {
      Note note = Note.saved(ann, "hello", false);

      JsonObject event = note.await(one, Note.MINE, 1).get(0);
      assertThat(event)
          .containsOnlyKeys(
              "type",
              "eventType",
              "notes",
              "noteId",
              "username",
              "content",
              "isPublic",
              "savedAt",
              "timestamp",
              "sequenceNumber");
      assertThat(event.getString("type")).isEqualTo("note-saved");
      assertThat(event.getString("eventType")).isEqualTo("note-saved");
      assertThat(event.getString("username")).isEqualTo(ann.username());
      assertThat(event.getString("content")).isEqualTo("hello");
      assertThat(event.getBoolean("isPublic")).isFalse();
      assertThat(event.getString("savedAt")).isEqualTo(note.read().getString("savedAt"));
      assertThat(event.getString("timestamp")).endsWith("Z");
      assertThat(note.await(two, Note.MINE, 1)).containsExactly(event);
    }
  }

  @Test
  void changes_and_removals_are_told_too() {
    try (Socket socket = ann.connect()) {
      Note note = Note.saved(ann, "one", false).changed("two", false);
      String updatedAt = note.read().getString("updatedAt");
      note.removed();

      List<JsonObject> events = note.await(socket, Note.MINE, 3);
      assertThat(Note.texts("type", events))
          .isEqualTo(Note.texts("eventType", events))
          .containsExactly("note-saved", "note-updated", "note-deleted");
      assertThat(sequences(events)).containsExactly(1, 2, 3);
      assertThat(events.get(1))
          .containsOnlyKeys(
              "type",
              "eventType",
              "notes",
              "noteId",
              "username",
              "content",
              "isPublic",
              "savedAt",
              "updatedAt",
              "timestamp",
              "sequenceNumber");
      assertThat(events.get(1).getString("content")).isEqualTo("two");
      assertThat(events.get(1).getString("updatedAt")).isEqualTo(updatedAt);
      assertThat(events.get(2))
          .containsOnlyKeys(
              "type",
              "eventType",
              "notes",
              "noteId",
              "username",
              "deletedAt",
              "timestamp",
              "sequenceNumber");
    }
  }

  @Test
  void a_change_by_an_administrator_is_told_to_the_author() {
    try (Socket socket = ann.connect()) {
      Note note = Note.saved(ann, "mine", false);
      note.updateAs(Accounts.admin(), Note.form("moderated", false));

      List<JsonObject> events = note.await(socket, Note.MINE, 2);
      assertThat(Note.texts("content", events)).containsExactly("mine", "moderated");
      assertThat(Note.texts("username", events)).containsOnly(ann.username());
    }
  }

  @Test
  void a_private_note_is_never_told_to_others() {
    Account bob = Accounts.fresh();
    try (Socket bobs = bob.connect()) {
      bobs.ask(Note.subscription(Note.PUBLIC));
      Note secret = Note.saved(ann, "secret", false).changed("still secret", false).removed();
      Note fence = Note.saved(ann, "for all", true);

      fence.await(bobs, Note.PUBLIC, 1);
      assertThat(Note.texts("noteId", bobs.objects())).doesNotContain(secret.id());
      assertThat(fence.in(bobs, Note.MINE)).isEmpty();
    }
  }

  @Test
  void a_public_note_is_told_to_its_author_and_to_who_follows_public_notes() {
    Account bob = Accounts.fresh();
    try (Socket anns = ann.connect();
        Socket bobs = bob.connect();
        Socket elsewhere = bob.connect()) {
      JsonObject answer = bobs.ask(Note.subscription(Note.PUBLIC));
      Note note = Note.saved(ann, "for all", true).changed("for you all", true).removed();

      assertThat(answer.getString("type")).isEqualTo("subscribed");
      assertThat(answer.getString("notes")).isEqualTo(Note.PUBLIC);
      List<JsonObject> events = note.await(bobs, Note.PUBLIC, 3);
      assertThat(Note.texts("type", events))
          .containsExactly("note-saved", "note-updated", "note-deleted");
      assertThat(Note.texts("content", events)).containsExactly("for all", "for you all", "");
      assertThat(sequences(events))
          .isSorted()
          .doesNotHaveDuplicates()
          .allMatch(number -> number > answer.getInt("lastSequence"));
      assertThat(note.await(anns, Note.MINE, 3)).hasSize(3);
      assertThat(note.in(anns, Note.PUBLIC)).isEmpty();
      assertThat(Socket.type(elsewhere.ask(Map.of("action", "ping")))).isEqualTo("pong");
      assertThat(Note.texts("noteId", elsewhere.objects())).doesNotContain(note.id());
    }
  }

  @Test
  void a_note_that_turns_public_comes_to_the_public_feed_and_one_that_turns_private_leaves_it() {
    try (Socket anns = ann.connect();
        Socket bobs = Accounts.fresh().connect()) {
      bobs.ask(Note.subscription(Note.PUBLIC));
      Note note = Note.saved(ann, "draft", false).changed("ready", true).changed("regret", false);
      Note.saved(ann, "fence", true).await(bobs, Note.PUBLIC, 1);

      List<JsonObject> seenByAll = note.in(bobs, Note.PUBLIC);
      assertThat(Note.texts("type", seenByAll)).containsExactly("note-updated", "note-deleted");
      assertThat(Note.texts("content", seenByAll)).containsExactly("ready", "");
      assertThat(Note.texts("type", note.await(anns, Note.MINE, 3)))
          .containsExactly("note-saved", "note-updated", "note-updated");
    }
  }

  @Test
  void ones_own_events_are_replayed_with_since_as_they_were_told() {
    try (Socket live = ann.connect()) {
      Note note = Note.saved(ann, "one", false).changed("two", true).removed();
      List<JsonObject> told = note.await(live, Note.MINE, 3);

      try (Socket later = ann.connect()) {
        JsonObject answer = later.ask(Note.subscription(Note.MINE, 1));

        assertThat(answer.getString("notes")).isEqualTo(Note.MINE);
        assertThat(answer.getInt("lastSequence")).isEqualTo(3);
        assertThat(answer.getInt("replayed")).isEqualTo(2);
        assertThat(note.await(later, Note.MINE, 2)).isEqualTo(told.subList(1, 3));
      }
    }
  }

  @Test
  void public_events_are_replayed_with_since() {
    Account bob = Accounts.fresh();
    try (Socket bobs = bob.connect()) {
      int last = bobs.ask(Note.subscription(Note.PUBLIC)).getInt("lastSequence");
      bobs.ask(Map.of("action", "unsubscribe", "notes", Note.PUBLIC));
      Note note = Note.saved(ann, "missed", true).changed("missed too", true);
      assertThat(note.in(bobs, Note.PUBLIC)).isEmpty();

      JsonObject answer = bobs.ask(Note.subscription(Note.PUBLIC, last));

      assertThat(answer.getInt("replayed")).isGreaterThanOrEqualTo(2);
      assertThat(Note.texts("content", note.await(bobs, Note.PUBLIC, 2)))
          .containsExactly("missed", "missed too");
    }
  }

  @Test
  void who_also_subscribes_to_his_own_notes_hears_of_each_once() {
    try (Socket socket = ann.connect();
        Socket other = ann.connect()) {
      socket.ask(Note.subscription(Note.MINE));
      Note note = Note.saved(ann, "once", false);

      note.await(other, Note.MINE, 1);
      note.await(socket, Note.MINE, 1);
      socket.ask(Map.of("action", "ping"));
      assertThat(note.in(socket, Note.MINE)).hasSize(1);
    }
  }

  @Test
  void who_unsubscribes_from_his_own_notes_hears_nothing_more() {
    try (Socket leaving = ann.connect();
        Socket staying = ann.connect()) {
      JsonObject answer = leaving.ask(Map.of("action", "unsubscribe", "notes", Note.MINE));
      Note note = Note.saved(ann, "after", false);

      note.await(staying, Note.MINE, 1);
      leaving.ask(Map.of("action", "ping"));
      assertThat(Socket.type(answer)).isEqualTo("unsubscribed");
      assertThat(note.in(leaving, Note.MINE)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "", "of:", "Public"})
  void a_feed_that_is_none_is_not_found(String feed) {
    try (Socket socket = ann.connect()) {
      assertThat(socket.ask(Note.subscription(feed)).getString("code", "")).isEqualTo("notFound");
    }
  }

  @Test
  void nobody_follows_anothers_notes() {
    try (Socket anns = ann.connect();
        Socket bobs = Accounts.fresh().connect()) {
      JsonObject answer = bobs.ask(Note.subscription("of:" + ann.userId()));
      Note note = Note.saved(ann, "mine", false);
      note.await(anns, Note.MINE, 1);
      bobs.ask(Map.of("action", "ping"));

      assertThat(answer.getString("code", "")).isEqualTo("notFound");
      assertThat(Note.texts("noteId", bobs.objects())).doesNotContain(note.id());
    }
  }
}
