package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommentIdempotencyIT {

  private final Account ann = Accounts.fresh();
  private final Post post = Post.of(ann);
  private final String key = UUID.randomUUID().toString();

  @Test
  void a_comment_repeated_with_its_key_is_one_comment() {
    Answer first = create("once");
    ann.api().succeeded(first);
    Answer second = create("once");
    post.say("fence");

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(Post.contents(post.comments())).containsExactly("once", "fence");
    assertProblem(create("twice"), 422);
  }

  @Test
  void a_key_cannot_be_used_again_at_another_post() {
    create("same");

    assertProblem(ann.api().post(Post.of(ann).path(), Post.comment("same"), key), 422);
  }

  @Test
  void an_edit_repeated_with_its_key_does_not_undo_a_later_one() {
    String id = post.say("first").getString("id");

    Answer second = edit(id, "second");
    ann.api().succeeded(post.edit(id, "third"));
    Answer again = edit(id, "second");
    ann.api().succeeded(again);

    assertThat(again.id()).isEqualTo(second.id());
    assertThat(Post.contents(post.comments())).containsExactly("third");
    assertProblem(edit(id, "other"), 422);
    assertProblem(delete(id), 422);
  }

  @Test
  void a_removal_repeated_with_its_key_is_the_same_removal() {
    String id = post.say("regretted").getString("id");

    Answer first = delete(id);
    ann.api().succeeded(first);
    Answer second = delete(id);

    assertThat(second.status()).as("%s", second).isEqualTo(202);
    assertThat(second.id()).isEqualTo(first.id());
    ann.api().succeeded(second);
  }

  @Test
  void an_edit_repeated_with_its_key_is_known_when_the_comment_is_gone() {
    String id = post.say("first").getString("id");
    Answer first = edit(id, "second");
    ann.api().succeeded(post.remove(id));

    Answer again = edit(id, "second");

    assertThat(again.status()).as("%s", again).isEqualTo(202);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(post.comments()).isEmpty();
  }

  private Answer create(String content) {
    return ann.api().post(post.path(), Post.comment(content), key);
  }

  private Answer edit(String id, String content) {
    return ann.api()
        .call("PUT", post.path(id))
        .json(Post.comment(content))
        .header("Idempotency-Key", key)
        .send();
  }

  private Answer delete(String id) {
    return ann.api().call("DELETE", post.path(id)).header("Idempotency-Key", key).send();
  }
}
