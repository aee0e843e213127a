package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameIT {

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();

  @Test
  void users_are_named_by_id_and_by_user_name() {
    String bobs = bob.username().toUpperCase(Locale.ROOT);

    Answer answer = ann.api().get("/users?id=" + ann.userId() + "&username=" + bobs);

    assertThat(answer.items())
        .extracting(user -> user.getString("username"))
        .containsExactlyInAnyOrder(ann.username(), bob.username());
  }

  @Test
  void a_name_tells_no_address() {
    JsonObject user = ann.api().get("/users?id=" + bob.userId()).items().get(0);

    assertThat(user).containsOnlyKeys("id", "username", "name");
  }

  @Test
  void who_is_not_known_here_is_left_out() {
    assertThat(ann.api().get("/users?id=somebody&username=nobody%00").items()).isEmpty();
    assertThat(ann.api().get("/users").items()).isEmpty();
  }

  @Test
  void too_many_at_once_are_refused() {
    String ids = IntStream.range(0, 101).mapToObj(i -> "id=" + i).collect(Collectors.joining("&"));

    assertProblem(ann.api().get("/users?" + ids), 400);
  }

  @Test
  void strangers_learn_no_names() {
    assertProblem(ann.home().anonymous().get("/users?id=" + ann.userId()), 401);
  }
}
