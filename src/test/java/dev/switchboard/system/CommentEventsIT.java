package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequence;
import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentEventsIT {

  private static final String[] LIFE = {"comment.created", "comment.updated", "comment.deleted"};

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();
  private final Post post = Post.of(ann);

  @Test
  void a_comment_is_pushed_as_the_contract_says() {
    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(post.subscription());
      JsonObject stored = post.say("live");

      assertThat(Socket.type(answer)).isEqualTo("subscribed");
      assertThat(answer.getString("postId")).isEqualTo(post.id());
      assertThat(answer.getInt("lastSequence")).isZero();
      JsonObject event = post.awaitEvents(socket, 1).get(0);
      assertThat(event).containsOnlyKeys("type", "postId", "data", "timestamp", "sequenceNumber");
      assertThat(Socket.type(event)).isEqualTo("comment.created");
      assertThat(event.getJsonObject("data")).isEqualTo(dataOf(stored));
      assertThat(event.getString("timestamp")).endsWith("Z");
      assertThat(sequence(event)).isEqualTo(1);
    }
  }

  @Test
  void an_edit_and_a_removal_are_pushed_as_the_contract_says() {
    String id = post.say("frist").getString("id");

    try (Socket socket = bob.connect()) {
      socket.ask(post.subscription());
      ann.api().succeeded(post.edit(id, "first"));
      JsonObject edited = post.stored(id);
      ann.api().succeeded(post.remove(id));

      List<JsonObject> events = post.awaitEvents(socket, 2);
      assertThat(Post.types(events)).containsExactly("comment.updated", "comment.deleted");
      assertThat(sequences(events)).containsExactly(2, 3);
      assertThat(events.get(0).getJsonObject("data")).isEqualTo(dataOf(edited));
      assertThat(events.get(1).getJsonObject("data"))
          .isEqualTo(JsonText.object(Map.of("postId", post.id(), "commentId", id)));
    }
  }

  private JsonObject dataOf(JsonObject comment) {
    return JsonText.object(Map.of("postId", post.id(), "comment", comment));
  }

  @Test
  void who_follows_all_posts_gets_the_same_under_numbers_of_their_own() {
    Post other = Post.of(ann);

    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(Post.subscriptionToAll());
      socket.ask(post.subscription());
      live(post);
      live(other);

      assertThat(answer.getString("postId")).isEqualTo("*");
      List<JsonObject> ofPost = post.awaitEvents(socket, 3);
      List<JsonObject> amongAll = post.awaitEventsAmongAll(socket, 3);
      assertThat(Post.types(amongAll)).isEqualTo(Post.types(ofPost)).containsExactly(LIFE);
      assertThat(data(amongAll)).isEqualTo(data(ofPost));
      assertThat(Post.types(other.awaitEventsAmongAll(socket, 3))).containsExactly(LIFE);
      assertThat(other.events(socket)).isEmpty();
      assertContinuous(Post.allEvents(socket), answer.getInt("lastSequence") + 1);
    }
  }

  @Test
  void edits_and_removals_are_replayed_by_since() {
    live(post);

    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(post.subscription(1));
      live(post);

      assertThat(answer.getInt("lastSequence")).isEqualTo(3);
      assertThat(answer.getInt("replayed")).isEqualTo(2);
      List<JsonObject> events = post.awaitEvents(socket, 5);
      assertThat(sequences(events)).isEqualTo(numbers(2, 6));
      assertThat(Post.types(events)).startsWith("comment.updated", "comment.deleted");
    }
  }

  @Test
  void what_was_pushed_is_replayed_word_for_word() {
    try (Socket socket = bob.connect();
        Socket later = ann.connect()) {
      socket.ask(post.subscription());
      live(post);
      List<JsonObject> pushed = post.awaitEvents(socket, 3);
      later.ask(post.subscription(0));

      assertThat(post.awaitEvents(later, 3)).isEqualTo(pushed);
    }
  }

  @Test
  void the_stream_of_all_posts_is_replayed_by_since() {
    try (Socket socket = bob.connect();
        Socket later = ann.connect()) {
      socket.ask(Post.subscriptionToAll());
      live(post);
      List<JsonObject> pushed = post.awaitEventsAmongAll(socket, 3);
      int since = sequence(pushed.get(0)) - 1;
      later.ask(Post.subscriptionToAll(since));

      assertThat(post.awaitEventsAmongAll(later, 3)).isEqualTo(pushed);
      assertContinuous(Post.allEvents(later), since + 1);
    }
  }

  private static List<JsonObject> data(List<JsonObject> events) {
    return events.stream().map(event -> event.getJsonObject("data")).toList();
  }

  /** Other tests comment meanwhile: the numbers go on, but how far is not known. */
  private static void assertContinuous(List<JsonObject> events, int first) {
    assertThat(sequences(events)).isEqualTo(numbers(first, first + events.size() - 1));
  }

  @Test
  void who_unsubscribed_gets_nothing_more() {
    try (Socket leaving = bob.connect();
        Socket staying = bob.connect()) {
      leaving.ask(post.subscription());
      staying.ask(post.subscription());
      post.say("before");
      post.awaitEvents(leaving, 1);

      JsonObject answer = leaving.ask(Map.of("action", "unsubscribe", "postId", post.id()));
      post.say("after");
      post.awaitEvents(staying, 2);
      leaving.ask(Map.of("action", "ping"));

      assertThat(Socket.type(answer)).isEqualTo("unsubscribed");
      assertThat(answer.getString("postId")).isEqualTo(post.id());
      assertThat(post.events(leaving)).hasSize(1);
    }
  }

  @Test
  void a_handshake_subscribes_to_the_posts_that_it_names() {
    try (Socket socket =
        bob.handshake().query("postId=" + post.id()).bearer(bob.token()).open().welcomed()) {
      socket.await(frame -> Socket.type(frame).equals("subscribed"));
      live(post);

      assertThat(Post.types(post.awaitEvents(socket, 3))).containsExactly(LIFE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "**", "with space", "é", "a/b"})
  void what_is_no_id_of_a_post_is_not_found(String id) {
    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(Map.of("action", "subscribe", "postId", id));

      assertThat(Socket.type(answer)).isEqualTo("error");
      assertThat(answer.getString("code")).isEqualTo("notFound");
    }
  }

  /** Writes, edits and removes a comment. */
  private void live(Post where) {
    String id = where.post("written").id();
    where.edit(id, "edited");
    ann.api().succeeded(where.remove(id));
  }
}
