package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentListIT {

  private final Account ann = Accounts.fresh();
  private final Post post = Post.of(ann);

  @Test
  void the_comments_of_a_post_are_told_oldest_first() {
    post.filled(3);
    ann.api().succeeded(post.edit(post.comments().get(1).getString("id"), "edited"));

    try (Socket socket = Accounts.fresh().connect()) {
      JsonObject answer = socket.ask(getComments(Map.of()));

      assertThat(answer).containsOnlyKeys("type", "requestId", "data", "timestamp");
      assertThat(Socket.type(answer)).isEqualTo("comments.list");
      assertThat(answer.getString("timestamp")).endsWith("Z");
      JsonObject data = answer.getJsonObject("data");
      assertThat(data).containsOnlyKeys("postId", "comments", "count", "hasMore");
      assertThat(data.getString("postId")).isEqualTo(post.id());
      assertThat(comments(data)).isEqualTo(post.comments());
      assertThat(data.getInt("count")).isEqualTo(3);
      assertThat(data.getBoolean("hasMore")).isFalse();
    }
  }

  @Test
  void a_post_without_comments_has_an_empty_list() {
    try (Socket socket = ann.connect()) {
      JsonObject data = list(socket, Map.of());

      assertThat(comments(data)).isEmpty();
      assertThat(data.getInt("count")).isZero();
      assertThat(data.getBoolean("hasMore")).isFalse();
    }
  }

  @Test
  void a_limit_asks_for_the_latest() {
    post.filled(5);

    try (Socket socket = ann.connect()) {
      JsonObject data = list(socket, Map.of("limit", 2));

      assertThat(Post.contents(comments(data))).containsExactly("comment 4", "comment 5");
      assertThat(data.getInt("count")).isEqualTo(2);
      assertThat(data.getBoolean("hasMore")).isTrue();
    }
  }

  @Test
  void the_latest_hundred_are_told_unless_fewer_are_asked_for() {
    post.filled(100);
    ann.api().succeeded(post.post("the last"));

    try (Socket socket = ann.connect()) {
      JsonObject data = list(socket, Map.of());

      assertThat(Post.contents(comments(data)))
          .hasSize(100)
          .startsWith("comment 2")
          .endsWith("the last");
      assertThat(data.getInt("count")).isEqualTo(100);
      assertThat(data.getBoolean("hasMore")).isTrue();
    }
  }

  /** A hundred comments of 16,384 characters that JSON writes as six each are 9 MiB. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "\u0001"})
  void a_list_too_long_for_a_frame_leaves_out_the_oldest(String character) {
    for (int i = 0; i < 100; i++) {
      assertThat(post.post(character.repeat(16_380) + i).status()).isEqualTo(202);
    }
    ann.api().succeeded(post.post("the last"));

    try (Socket socket = ann.connect()) {
      JsonObject data = list(socket, Map.of());

      List<String> told = Post.contents(comments(data));
      assertThat(told).hasSizeBetween(2, 99).endsWith(character.repeat(16_380) + 99, "the last");
      assertThat(data.getInt("count")).isEqualTo(told.size());
      assertThat(data.getBoolean("hasMore")).isTrue();
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 101, -1})
  void a_limit_that_is_not_from_1_to_100_is_invalid(int limit) {
    try (Socket socket = ann.connect()) {
      assertInvalid(socket.ask(getComments(Map.of("limit", limit))));
      assertInvalid(socket.ask(getComments(Map.of("limit", "many"))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "", "with space"})
  void what_is_no_id_of_a_post_is_invalid(String id) {
    try (Socket socket = ann.connect()) {
      assertInvalid(socket.ask(Map.of("action", "getComments", "postId", id)));
      assertInvalid(socket.ask(Map.of("action", "getComments", "postId", 1)));
      assertInvalid(socket.ask(Map.of("action", "getComments")));
    }
  }

  private JsonObject list(Socket socket, Map<String, ?> more) {
    return socket.ask(getComments(more)).getJsonObject("data");
  }

  private Map<String, Object> getComments(Map<String, ?> more) {
    Map<String, Object> frame = new HashMap<>(more);
    frame.put("action", "getComments");
    frame.put("postId", post.id());
    return frame;
  }

  private static List<JsonObject> comments(JsonObject data) {
    return data.getJsonArray("comments").getValuesAs(JsonObject.class);
  }

  private static void assertInvalid(JsonObject answer) {
    assertThat(Socket.type(answer)).as("%s", answer).isEqualTo("error");
    assertThat(answer.getString("code")).isEqualTo("invalid");
    assertThat(answer.getString("action")).isEqualTo("getComments");
  }
}
