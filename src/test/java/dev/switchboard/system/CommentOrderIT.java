package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.stream.TestDatabase;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is done to a comment in quick succession, without waiting for anything but the 202. */
class CommentOrderIT {

  private static final int TIMES = 20;

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();
  private final Post post = Post.of(ann);

  @Test
  void a_comment_written_edited_and_removed_at_once_does_not_come_back() {
    List<Answer> accepted = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      Answer written = post.post("written " + i);
      accepted.addAll(
          List.of(written, post.edit(written.id(), "edited"), post.remove(written.id())));
    }

    assertThat(accepted).extracting(Answer::status).containsOnly(202);
    accepted.forEach(ann.api()::succeeded);
    assertThat(post.comments()).isEmpty();
    try (Socket socket = ann.connect()) {
      socket.ask(post.subscription(0));
      List<JsonObject> events = post.awaitEvents(socket, 3 * TIMES);
      assertThat(Post.types(events)).isEqualTo(lives(TIMES));
      assertThat(sequences(events)).isEqualTo(numbers(1, 3 * TIMES));
    }
  }

  private static List<String> lives(int count) {
    return range(0, count)
        .boxed()
        .flatMap(i -> Stream.of("comment.created", "comment.updated", "comment.deleted"))
        .toList();
  }

  @Test
  void the_last_of_many_edits_holds() {
    Answer written = post.post("edit 0");
    List<Answer> edits =
        range(1, TIMES).mapToObj(i -> post.edit(written.id(), "edit " + i)).toList();

    assertThat(edits).extracting(Answer::status).containsOnly(202);
    edits.forEach(ann.api()::succeeded);
    assertThat(Post.contents(post.comments())).containsExactly("edit " + (TIMES - 1));
  }

  @Test
  void an_edit_behind_a_removal_is_refused_at_the_door_or_fails() {
    Answer written = post.post("short-lived");
    Answer removed = post.remove(written.id());

    Answer late = post.edit(written.id(), "revived");

    ann.api().succeeded(removed);
    if (late.status() == 202) {
      JsonObject operation = ann.api().settled(late);
      assertThat(operation.getString("status")).isEqualTo("failed");
      assertThat(operation.getString("error")).isNotBlank();
    } else {
      assertProblem(late, 404);
    }
    assertThat(post.comments()).isEmpty();
  }

  @Test
  void nobody_else_may_change_a_comment_that_is_still_on_its_way() {
    Answer written = post.post("mine");

    assertProblem(post.editAs(bob, written.id(), "theirs"), 403);
    assertProblem(post.removeAs(bob, written.id()), 403);

    ann.api().succeeded(written);
    assertThat(Post.contents(post.comments())).containsExactly("mine");
  }

  @Test
  void a_comment_that_a_service_writes_is_its_users_from_the_first_moment() {
    Account robot = Accounts.robot();
    Map<String, String> forAnn = Map.of("content", "for you", "userId", ann.userId());
    for (int i = 0; i < TIMES; i++) {
      String id = robot.api().post(post.path(), forAnn).id();

      assertProblem(post.editAs(robot, id, "mine after all"), 403);
      assertProblem(post.removeAs(robot, id), 403);
      Answer edited = post.edit(id, "thank you");
      Answer again = robot.api().call("PUT", post.path(id)).json(forAnn).send();

      ann.api().succeeded(edited);
      robot.api().succeeded(again);
      assertThat(post.stored(id).getString("content")).isEqualTo("for you");
    }
  }

  @Test
  void an_administrator_may_remove_a_comment_that_is_still_on_its_way() {
    Answer written = post.post("rude");
    Answer removed = post.removeAs(Accounts.admin(), written.id());

    Accounts.admin().api().succeeded(removed);
    assertThat(post.comments()).isEmpty();
  }

  @Test
  void comments_stand_in_the_order_in_which_they_were_accepted() {
    List<String> ids = range(0, TIMES).mapToObj(i -> post.post("comment " + i).id()).toList();
    post.say("last");

    assertThat(post.comments())
        .extracting(comment -> comment.getString("id"))
        .startsWith(ids.toArray(String[]::new));
  }

  @Test
  void a_comment_stands_behind_the_last_also_when_the_clock_has_gone_back() {
    String ahead = post.say("ahead").getString("id");
    TestDatabase.ofInstallation()
        .execute(
            "update comment set created_at = created_at + interval '1 hour' where id = ?",
            UUID.fromString(ahead));

    post.say("later");

    assertThat(Post.contents(post.comments())).containsExactly("ahead", "later");
  }
}
