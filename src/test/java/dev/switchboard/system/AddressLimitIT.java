package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("uses up what all callers of this address share")
class AddressLimitIT {

  private final Api nobody = Switchboard.underTest().anonymous();

  @Test
  void who_calls_too_often_without_a_token_is_asked_to_wait_and_then_let_in_again() {
    List<CompletableFuture<Answer>> calls =
        range(0, 400).mapToObj(i -> nobody.call("GET", "/auth/jwks").sendAsync()).toList();
    List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();

    List<Answer> refused = answers.stream().filter(answer -> answer.status() == 429).toList();
    assertThat(answers).extracting(Answer::status).containsOnly(200, 429);
    assertThat(refused).isNotEmpty();
    assertProblem(refused.get(0), 429);
    assertThat(refused.get(0).retryAfter()).isPositive();
    patiently().until(() -> nobody.call("GET", "/auth/jwks").sendOnce().status() == 200);
  }

  @Test
  void who_has_a_token_is_not_held_up_by_them() {
    Api alice = Accounts.alice().api();
    List<CompletableFuture<Answer>> calls =
        range(0, 200).mapToObj(i -> nobody.call("GET", "/auth/jwks").sendAsync()).toList();

    assertThat(alice.call("GET", "/boards").sendOnce().status()).isEqualTo(200);

    assertThat(calls.stream().map(CompletableFuture::join)).hasSize(200);
    patiently().until(() -> nobody.call("GET", "/auth/jwks").sendOnce().status() == 200);
  }

  @Test
  void where_no_proxy_is_trusted_nobody_gets_away_by_naming_other_addresses() {
    List<CompletableFuture<Answer>> calls =
        range(0, 400)
            .mapToObj(
                i ->
                    nobody
                        .call("GET", "/auth/jwks")
                        .header("X-Forwarded-For", "192.0.2." + i % 256)
                        .sendAsync())
            .toList();

    assertThat(calls.stream().map(CompletableFuture::join))
        .extracting(Answer::status)
        .contains(429);
    patiently().until(() -> nobody.call("GET", "/auth/jwks").sendOnce().status() == 200);
  }

  @Test
  void who_tries_the_socket_too_often_without_a_token_is_asked_to_wait() {
    List<CompletableFuture<Answer>> calls =
        range(0, 400).mapToObj(i -> nobody.outside("GET", "/ws").sendAsync()).toList();

    assertThat(calls.stream().map(CompletableFuture::join))
        .extracting(Answer::status)
        .contains(401, 429)
        .containsOnly(401, 429);
    patiently().until(() -> nobody.outside("GET", "/ws").sendOnce().status() == 401);
  }
}
