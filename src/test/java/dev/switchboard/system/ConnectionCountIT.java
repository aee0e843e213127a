package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("counts every connection")
class ConnectionCountIT {

  private static final int SOCKETS = 5;

  private final Account ann = Accounts.fresh();

  @Test
  void connections_are_counted_while_they_are_open() {
    List<Socket> sockets = Stream.generate(ann::connect).limit(SOCKETS).toList();
    int open;
    try {
      open = ConnectionCount.seenBy(ann).count();
    } finally {
      sockets.forEach(Socket::close);
    }

    assertThat(open).isGreaterThanOrEqualTo(SOCKETS);
    patiently().until(() -> ConnectionCount.seenBy(ann).count() <= open - SOCKETS);
  }

  @Test
  void the_nodes_are_named_as_they_name_themselves_and_make_up_the_sum() {
    try (Socket socket = ann.connect()) {
      ConnectionCount seen = ConnectionCount.seenBy(Accounts.fresh());

      assertThat(seen.nodes()).containsKey(socket.objects().get(0).getString("node"));
      assertThat(seen.nodes().values().stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(seen.count());
    }
  }

  @Test
  void the_count_is_for_who_has_signed_in() {
    Api nobody = Switchboard.underTest().anonymous();

    assertProblem(nobody.get("/websocket/connections"), 401);
    assertProblem(ann.api().post("/websocket/connections", Map.of()), 405);
  }
}
