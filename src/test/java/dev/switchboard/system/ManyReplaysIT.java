package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.stream.TestDatabase;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several chats asked for from their beginnings over one connection, all at once. */
@Isolated("reads tens of thousands of frames")
class ManyReplaysIT {

  private static final int TEXT = 1;

  /**
   * Of the slow reader, in bytes: much less than is sent, and more than a segment of the loopback.
   * With less the kernel sends one piece for each of its timers, five in a second.
   */
  private static final int RECEIVE_BUFFER = 131_072;

  private static final int SLOWLY = 200;

  private static final String LONGER =
      """
      update stream_entry set frame = replace(frame, '"message ', '"' || repeat('x', ?) || ' ')
      where kind = 'chat' and stream = 'chat:' || ?
      """;

  private final Account ann = Accounts.fresh();

  /** Together they are more than an outbox holds (4,096 frames or 4 MiB), each alone or all. */
  @ParameterizedTest
  @CsvSource({"2, 5000, 10", "5, 5000, 10", "2, 5000, 1000", "5, 320, 16000"})
  void each_arrives_whole_and_goes_on_live_however_slowly_it_is_read(
      int count, int messages, int characters) throws IOException {
    List<Chat> chats = Stream.generate(() -> stored(messages, characters)).limit(count).toList();

    try (Socket quick = ann.connect();
        RawSocket slow = RawSocket.open(ann, RECEIVE_BUFFER)) {
      chats.forEach(chat -> slow.sendText(JsonText.of(chat.subscription(0))));
      chats.forEach(chat -> quick.send(chat.subscription(0)));
      quick.awaitTexts(1 + count + count * messages);
      Map<String, List<JsonObject>> seen = new HashMap<>();
      readSlowly(slow, SLOWLY, chats.get(0), seen);
      read(slow, count * messages - SLOWLY, seen);
      chats.forEach(chat -> chat.say("live"));
      read(slow, count, seen);

      for (Chat chat : chats) {
        List<JsonObject> quickly = chat.await(quick, messages + 1);
        assertThat(sequences(quickly)).isEqualTo(numbers(1, messages + 1));
        assertThat(seen.get(chat.id())).isEqualTo(quickly);
      }
    }
  }

  private Chat stored(int messages, int characters) {
    Chat chat = StoredChat.filled(ann, messages);
    TestDatabase.ofInstallation().execute(LONGER, characters, chat.id());
    return chat;
  }

  /** Makes a call between one message and the next. */
  private static void readSlowly(
      RawSocket socket, int count, Chat chat, Map<String, List<JsonObject>> seen)
      throws IOException {
    for (int i = 0; i < count; i++) {
      chat.messages("&limit=1");
      read(socket, 1, seen);
    }
  }

  /** Reads so many messages, each into the list of its chat. */
  private static void read(RawSocket socket, int count, Map<String, List<JsonObject>> seen)
      throws IOException {
    for (int i = 0; i < count; i++) {
      JsonObject frame = readObject(socket);
      while (!Socket.type(frame).equals("message")) {
        frame = readObject(socket);
      }
      seen.computeIfAbsent(frame.getString("chatId"), chatId -> new ArrayList<>())
          .add(frame.getJsonObject("message"));
    }
  }

  private static JsonObject readObject(RawSocket socket) throws IOException {
    RawSocket.Frame frame = socket.read();
    assertThat(frame.opcode()).as("%s", frame.text()).isEqualTo(TEXT);
    return JsonText.object(frame.text());
  }
}
