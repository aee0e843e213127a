package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentIT {

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();
  private final Post post = Post.of(ann);

  @Test
  void a_comment_is_accepted_and_stored() {
    Answer accepted = post.post("well said");

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.string("status")).isEqualTo("accepted");
    assertThat(accepted.location().getPath()).endsWith("/operations/" + accepted.id());
    JsonObject operation = ann.api().succeeded(accepted);
    JsonObject comment = post.comments().get(0);
    assertThat(comment).containsOnlyKeys("id", "content", "userId", "createdAt", "postId");
    assertThat(comment.getString("id")).isEqualTo(accepted.id());
    assertThat(comment.getString("content")).isEqualTo("well said");
    assertThat(comment.getString("userId")).isEqualTo(ann.userId());
    assertThat(comment.getString("postId")).isEqualTo(post.id());
    assertThat(comment.getString("createdAt")).endsWith("Z");
    Answer resource =
        ann.api().follow(accepted.location().resolve(operation.getString("resource")));
    assertThat(resource.items()).containsExactly(comment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quotes \" and \\ and /", "line\nbreak\r\n\ttab", "Grüße, 世界, \uD83D\uDE80",
        "\u2028\u2029\u0001\u007f", "<script>alert(1)</script>", "'; DROP TABLE comment; --"
      })
  void what_is_said_comes_back_as_it_was_said(String content) {
    assertThat(post.say(content).getString("content")).isEqualTo(content);
  }

  @Test
  void a_text_of_16384_characters_is_stored_whole_and_a_longer_one_is_refused() {
    String longest = "ß".repeat(16_384);
    JsonObject comment = post.say(longest);

    assertThat(comment.getString("content")).isEqualTo(longest);
    assertInvalid(post.post(longest + "x"), "/content");
    assertInvalid(post.edit(comment.getString("id"), longest + "x"), "/content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "a\0b"})
  void a_text_that_says_nothing_or_cannot_be_stored_is_refused(String content) {
    String id = post.say("said").getString("id");

    assertProblem(post.post(content), 400);
    assertProblem(post.edit(id, content), 400);
    assertThat(Post.contents(post.comments())).containsExactly("said");
  }

  @Test
  void a_comment_without_a_text_is_refused() {
    assertInvalid(ann.api().post(post.path(), Map.of()), "/content");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2A", "with%20space", "%C3%A9", "a%3Fb"})
  void what_is_no_id_of_a_post_is_refused(String id) {
    Post none = new Post(ann, id);

    assertProblem(none.post("x"), 400);
    assertProblem(ann.api().get(none.path()), 400);
    assertProblem(none.edit(UUID.randomUUID().toString(), "x"), 400);
    assertProblem(none.remove(UUID.randomUUID().toString()), 400);
  }

  @Test
  void an_id_of_a_post_has_up_to_128_characters() {
    String unique = UUID.randomUUID().toString();
    String longest = "A:z_9.-" + unique + "x".repeat(128 - 7 - unique.length());

    assertThat(new Post(ann, longest).say("fits").getString("postId")).isEqualTo(longest);
    assertProblem(new Post(ann, longest + "x").post("too long"), 400);
  }

  @Test
  void comments_are_listed_oldest_first_each_at_its_post() {
    Post other = Post.of(ann);
    post.say("first");
    other.say("elsewhere");
    post.say("second");

    assertThat(Post.contents(post.comments())).containsExactly("first", "second");
    assertThat(bob.api().get(post.path()).items()).isEqualTo(post.comments());
    assertThat(Post.of(ann).comments()).isEmpty();
  }

  @Test
  void an_edited_comment_keeps_its_place_and_says_when_it_was_edited() {
    JsonObject before = post.say("frist");
    post.say("second");

    Answer accepted = post.edit(before.getString("id"), "first");
    ann.api().succeeded(accepted);

    assertThat(accepted.string("status")).isEqualTo("accepted");
    assertThat(accepted.string("commentId")).isEqualTo(before.getString("id"));
    assertThat(Post.contents(post.comments())).containsExactly("first", "second");
    JsonObject after = post.comments().get(0);
    assertThat(after)
        .containsOnlyKeys("id", "content", "userId", "createdAt", "postId", "updatedAt");
    assertThat(after.getString("createdAt")).isEqualTo(before.getString("createdAt"));
    assertThat(after.getString("userId")).isEqualTo(ann.userId());
    assertThat(Instant.parse(after.getString("updatedAt")))
        .isAfter(Instant.parse(after.getString("createdAt")));
  }

  @Test
  void a_removed_comment_is_gone() {
    String id = post.say("regretted").getString("id");
    post.say("kept");

    Answer accepted = post.remove(id);
    ann.api().succeeded(accepted);

    assertThat(accepted.string("status")).isEqualTo("accepted");
    assertThat(accepted.string("commentId")).isEqualTo(id);
    assertThat(Post.contents(post.comments())).containsExactly("kept");
    assertProblem(post.edit(id, "back again"), 404);
    assertProblem(post.remove(id), 404);
  }

  @Test
  void a_comment_that_never_was_is_not_found() {
    for (String id : new String[] {UUID.randomUUID().toString(), "none", "%20", "1-2-3"}) {
      assertProblem(post.edit(id, "x"), 404);
      assertProblem(post.remove(id), 404);
    }
  }

  @Test
  void a_comment_is_not_found_at_another_post() {
    String id = post.say("here").getString("id");
    Post other = Post.of(ann);

    assertProblem(other.edit(id, "there"), 404);
    assertProblem(other.remove(id), 404);
    assertThat(Post.contents(post.comments())).containsExactly("here");
  }

  @Test
  void only_its_author_may_change_a_comment() {
    String id = post.say("mine").getString("id");

    assertProblem(post.editAs(bob, id, "theirs"), 403);
    assertProblem(post.removeAs(bob, id), 403);
    assertProblem(post.editAs(Accounts.robot(), id, "theirs"), 403);
    assertProblem(post.removeAs(Accounts.robot(), id), 403);
    assertThat(Post.contents(post.comments())).containsExactly("mine");
  }

  @Test
  void an_administrator_may_change_any_comment() {
    String edited = post.say("rude").getString("id");
    String removed = post.say("very rude").getString("id");
    Account admin = Accounts.admin();

    admin.api().succeeded(post.editAs(admin, edited, "polite"));
    admin.api().succeeded(post.removeAs(admin, removed));

    assertThat(Post.contents(post.comments())).containsExactly("polite");
    assertThat(post.stored(edited).getString("userId")).isEqualTo(ann.userId());
  }

  @Test
  void nobody_comments_in_anothers_name() {
    String id = post.say("mine").getString("id");
    Map<String, String> inBobsName = Map.of("content", "x", "userId", bob.userId());

    assertProblem(ann.api().post(post.path(), inBobsName), 403);
    assertProblem(ann.api().call("PUT", post.path(id)).json(inBobsName).send(), 403);
    assertThat(Post.contents(post.comments())).containsExactly("mine");
  }

  @Test
  void a_service_may_comment_for_somebody_who_is_the_author_then() {
    Account robot = Accounts.robot();
    Map<String, String> inAnnsName = Map.of("content", "for ann", "userId", ann.userId());
    Answer accepted = robot.api().post(post.path(), inAnnsName);
    robot.api().succeeded(accepted);

    ann.api().succeeded(post.edit(accepted.id(), "by ann"));

    assertThat(post.stored(accepted.id()).getString("userId")).isEqualTo(ann.userId());
    assertThat(Post.contents(post.comments())).containsExactly("by ann");
  }

  @Test
  void comments_are_for_who_has_signed_in() {
    Api nobody = Switchboard.underTest().anonymous();
    String path = post.path(UUID.randomUUID().toString());

    assertProblem(nobody.get(post.path()), 401);
    assertProblem(nobody.post(post.path(), Post.comment("x")), 401);
    assertProblem(nobody.call("PUT", path).json(Post.comment("x")).send(), 401);
    assertProblem(nobody.call("DELETE", path).send(), 401);
  }
}
