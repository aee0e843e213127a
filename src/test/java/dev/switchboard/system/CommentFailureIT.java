package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Comments that cannot be written, or not at once: the database refuses their text. */
@ResourceLock(Spoilage.LOCK)
@TestInstance(Lifecycle.PER_CLASS)
class CommentFailureIT {

  private static final String QUEUE = "switchboard.comments";

  @RegisterExtension private final Spoilage spoilage = new Spoilage();

  private final Account ann = Accounts.fresh();
  private final Post post = Post.of(ann);
  private final DeadLetterBox letters = DeadLetterBox.ofInstallation();

  @Test
  void a_comment_that_cannot_be_written_is_a_dead_letter_and_may_be_sent_back() {
    String text = spoilage.text();
    Answer written = post.post(text);
    JsonObject letter = letters.await(QUEUE, text);
    assertThat(letter.getInt("deliveryCount")).isEqualTo(3);
    assertThat(ann.api().settled(written).getString("status")).isEqualTo("failed");
    assertThat(Post.contents(post.comments())).doesNotContain(text);
    spoilage.heal(text);

    assertThat(letters.replay(letter).status()).isEqualTo(202);

    ann.api().succeeded(written);
    assertThat(post.stored(written.id()).getString("content")).isEqualTo(text);
    assertThat(letters.of(QUEUE, text)).isEmpty();
  }

  @Test
  void an_edit_waits_for_a_comment_that_is_tried_again() {
    String text = spoilage.text();
    Answer written = post.post(text);
    Answer edited = post.edit(written.id(), "the last word");
    spoilage.heal(text);

    ann.api().succeeded(written);
    ann.api().succeeded(edited);
    assertThat(post.stored(written.id()).getString("content")).isEqualTo("the last word");
  }

  @Test
  void a_comment_that_is_tried_again_does_not_survive_its_removal() {
    String text = spoilage.text();
    Answer written = post.post(text);
    Answer removed = post.remove(written.id());
    spoilage.heal(text);

    ann.api().succeeded(written);
    ann.api().succeeded(removed);
    assertThat(post.comments())
        .extracting(comment -> comment.getString("id"))
        .doesNotContain(written.id());
  }

  @Test
  void a_comment_that_is_removed_when_it_lies_among_the_dead_letters_is_not_written_any_more() {
    String text = spoilage.text();
    Answer written = post.post(text);
    JsonObject letter = letters.await(QUEUE, text);
    ann.api().settled(written);
    assertProblem(post.removeAs(Accounts.fresh(), written.id()), 403);
    Answer removed = post.remove(written.id());
    assertThat(ann.api().settled(removed).getString("error")).contains("no such comment");
    spoilage.heal(text);

    assertThat(letters.replay(letter).status()).isEqualTo(202);

    post.say("fence");
    assertThat(letters.of(QUEUE, text)).isEmpty();
    assertThat(ann.api().settled(written).getString("error")).contains("removed since");
    assertThat(Post.contents(post.comments())).doesNotContain(text);
    assertProblem(post.removeAs(ann, written.id()), 404);
  }

  @Test
  void an_edit_that_is_sent_back_does_not_undo_a_later_one() {
    String text = spoilage.text();
    String id = post.say("one").getString("id");
    Answer failing = post.edit(id, text);
    JsonObject letter = letters.await(QUEUE, text);
    ann.api().succeeded(post.edit(id, "the last word"));
    spoilage.heal(text);

    assertThat(letters.replay(letter).status()).isEqualTo(202);

    assertThat(ann.api().settled(failing).getString("error")).contains("changed since");
    assertThat(post.stored(id).getString("content")).isEqualTo("the last word");
  }

  @Test
  void an_edit_that_is_tried_again_does_not_undo_a_later_one() {
    String text = spoilage.text();
    String id = post.say("one").getString("id");
    Answer failing = post.edit(id, text);
    ann.api().succeeded(post.edit(id, "the last word"));
    spoilage.heal(text);

    assertThat(ann.api().settled(failing).getString("error")).contains("changed since");
    assertThat(post.stored(id).getString("content")).isEqualTo("the last word");
    assertThat(letters.of(QUEUE, text)).isEmpty();
  }
}
