package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("uses the whole machine")
@Order(Integer.MAX_VALUE)
class RateIT {

  private static final int USERS = 25;
  private static final int CONNECTIONS_PER_USER = 20;
  private static final int PER_SECOND = 100;
  private static final int SECONDS = 20;
  private static final int MESSAGES = PER_SECOND * SECONDS;

  @Test
  void five_hundred_subscribers_get_a_hundred_messages_a_second_whole_and_in_order()
      throws IOException {
    Account robot = Accounts.robot();
    Board board = Board.of(robot);
    List<Account> users = range(0, USERS).mapToObj(i -> Accounts.fresh()).toList();

    try (Crowd crowd = new Crowd()) {
      for (Account user : users) {
        for (int i = 0; i < CONNECTIONS_PER_USER; i++) {
          crowd.join(user, board);
        }
      }
      patiently().until(crowd::isSubscribed);
      ServerTime time = ServerTime.now();

      new Pacer(robot, board, PER_SECOND).post(MESSAGES);
      patiently(Duration.ofMinutes(3)).until(() -> crowd.everybodyHas(MESSAGES) || crowd.isHurt());

      assertThat(crowd.complaints()).isEmpty();
      assertThat(crowd.everybodyHas(MESSAGES)).isTrue();
      System.out.println(
          "RateIT: %d deliveries, latency %s, server CPU %s"
              .formatted(
                  USERS * CONNECTIONS_PER_USER * MESSAGES, crowd.latencies(), time.elapsed()));
    }
  }
}
