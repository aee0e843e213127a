package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesIT {

  private final Account alice = Accounts.alice();

  @Test
  void a_client_that_reads_lines_gets_every_object_once() {
    Board board = Board.of(alice).filled(30);

    try (Socket socket = open()) {
      socket.subscribe(board, 0);
      board.filled(10);

      assertThat(socket.subprotocol()).isEqualTo("switchboard.v1.lines");
      assertThat(sequences(socket.awaitMessages(board, 40))).isEqualTo(numbers(1, 40));
    }
  }

  @Test
  void a_client_that_does_not_read_lines_gets_one_object_a_frame() {
    Board board = Board.of(alice).filled(30);

    try (Socket socket = alice.connect()) {
      socket.subscribe(board, 0);
      socket.awaitMessages(board, 30);

      assertThat(socket.texts()).allSatisfy(text -> assertThat(text.lines()).hasSize(1));
    }
  }

  @Test
  void lines_may_be_offered_beside_a_token() {
    Handshake offer =
        alice.handshake().subprotocols("switchboard.v1.lines", "bearer." + alice.token());

    try (Socket socket = offer.open().welcomed()) {
      assertThat(socket.subprotocol()).isEqualTo("switchboard.v1.lines");
    }
  }

  private Socket open() {
    return alice
        .handshake()
        .bearer(alice.token())
        .subprotocols("switchboard.v1.lines")
        .open()
        .welcomed();
  }
}
