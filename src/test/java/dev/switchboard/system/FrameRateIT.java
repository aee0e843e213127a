package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameRateIT {

  private static final int PLENTY = 20_000;

  private final Account ann = Accounts.fresh();

  @Test
  void who_sends_too_many_frames_is_warned_and_then_cut_off() {
    try (Socket socket = ann.connect()) {
      flood(socket);

      assertThat(socket.awaitClosure().code()).isEqualTo(4029);
      assertThat(socket.objects())
          .anySatisfy(frame -> assertThat(frame.getString("code", "")).isEqualTo("rateLimited"));
    }
  }

  @Test
  void who_was_cut_off_may_come_back() {
    try (Socket socket = ann.connect()) {
      flood(socket);
      socket.awaitClosure();
    }

    try (Socket again = ann.connect()) {
      assertThat(Socket.type(again.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  @Test
  void a_burst_within_bounds_is_served() {
    try (Socket socket = ann.connect()) {
      for (int i = 0; i < 400; i++) {
        socket.send(Map.of("action", "ping"));
      }
      socket.awaitTexts(401);

      assertThat(socket.objects().subList(1, 401)).extracting(Socket::type).containsOnly("pong");
    }
  }

  private static void flood(Socket socket) {
    for (int i = 0; i < PLENTY && socket.isOpen(); i++) {
      socket.send("{\"action\":\"ping\"}");
    }
  }
}
