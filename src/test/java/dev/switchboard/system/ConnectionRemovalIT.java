package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionRemovalIT {

  private final Account ann = Accounts.fresh();

  @Test
  void a_removed_connection_is_closed_and_told_not_to_come_back() {
    try (Socket socket = ann.connect()) {
      Answer removed = remove(Accounts.admin(), connectionId(socket));

      assertThat(removed.status()).as("%s", removed).isEqualTo(204);
      assertThat(removed.text()).isEmpty();
      Closure closure = socket.awaitClosure();
      assertThat(closure.code()).isEqualTo(4503);
      assertThat(closure.reason()).isEqualTo("removed by an administrator");
    }
  }

  @Test
  void the_other_connections_of_the_user_stay_and_new_ones_may_come() {
    try (Socket socket = ann.connect();
        Socket other = ann.connect()) {
      remove(Accounts.admin(), connectionId(socket));
      socket.awaitClosure();

      assertThat(Socket.type(other.ask(Map.of("action", "ping")))).isEqualTo("pong");
      try (Socket next = ann.connect()) {
        assertThat(Socket.type(next.ask(Map.of("action", "ping")))).isEqualTo("pong");
      }
    }
  }

  @Test
  void a_connection_that_has_gone_is_not_found() {
    try (Socket socket = ann.connect()) {
      String id = connectionId(socket);
      remove(Accounts.admin(), id);
      socket.awaitClosure();

      assertProblem(remove(Accounts.admin(), id), 404);
    }
  }

  @Test
  void a_connection_that_never_was_is_not_found() {
    assertProblem(remove(Accounts.admin(), UUID.randomUUID().toString()), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "%20", "1-2-3", "%27"})
  void what_is_no_id_is_not_found(String id) {
    assertProblem(remove(Accounts.admin(), id), 404);
  }

  @Test
  void only_administrators_remove() {
    try (Socket socket = ann.connect()) {
      String id = connectionId(socket);

      assertProblem(remove(ann, id), 403);
      assertProblem(remove(Accounts.robot(), id), 403);
      Api nobody = Switchboard.underTest().anonymous();
      assertProblem(nobody.call("DELETE", path(id)).send(), 401);

      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  private static Answer remove(Account caller, String connectionId) {
    return caller.api().call("DELETE", path(connectionId)).send();
  }

  private static String path(String connectionId) {
    return "/websocket/connections/" + connectionId;
  }

  private static String connectionId(Socket socket) {
    return socket.await(frame -> Socket.type(frame).equals("welcome")).getString("connectionId");
  }
}
