package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatSubscribeIT {

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();

  @ParameterizedTest
  @ValueSource(strings = {"owner", "member", "reader"})
  void everybody_with_a_role_may_subscribe(String role) {
    Chat chat = Chat.of(ann).let(bob, role);

    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(chat.subscription());
      chat.say("hello");

      assertThat(Socket.type(answer)).isEqualTo("subscribed");
      assertThat(answer.getString("chatId")).isEqualTo(chat.id());
      assertThat(Chat.contents(chat.await(socket, 1))).containsExactly("hello");
    }
  }

  @Test
  void services_and_administrators_may_follow_any_chat() {
    Chat chat = Chat.of(ann);

    try (Socket robot = Accounts.robot().connect();
        Socket admin = Accounts.admin().connect()) {
      assertThat(Socket.type(robot.ask(chat.subscription()))).isEqualTo("subscribed");
      assertThat(Socket.type(admin.ask(chat.subscription()))).isEqualTo("subscribed");
    }
  }

  @Test
  void without_a_role_it_is_forbidden_whether_the_chat_exists_or_not() {
    try (Socket socket = bob.connect()) {
      assertForbidden(socket.ask(Chat.of(ann).subscription()));
      assertForbidden(socket.ask(new Chat(ann, Chat.uniqueId()).subscription(0)));
      assertForbidden(socket.ask(new Chat(ann, "not a chat").subscription()));
    }
  }

  @Test
  void a_handshake_subscribes_to_the_chats_that_it_names() {
    Chat one = Chat.of(ann);
    Chat two = Chat.of(ann);

    try (Socket socket = handshake(ann, one, two)) {
      socket.await(frame -> one.isOf("subscribed", frame));
      socket.await(frame -> two.isOf("subscribed", frame));
      one.say("in one");
      two.say("in two");

      assertThat(Chat.contents(one.await(socket, 1))).containsExactly("in one");
      assertThat(Chat.contents(two.await(socket, 1))).containsExactly("in two");
    }
  }

  @Test
  void a_handshake_subscribes_to_what_may_be_read_and_says_what_may_not() {
    Chat open = Chat.of(ann).let(bob, "reader");
    Chat closed = Chat.of(ann);

    try (Socket socket = handshake(bob, closed, open)) {
      socket.await(frame -> open.isOf("subscribed", frame));
      assertForbidden(socket.await(frame -> Socket.type(frame).equals("error")));
      closed.say("secret");
      open.say("for all");

      open.await(socket, 1);
      assertThat(closed.in(socket)).isEmpty();
    }
  }

  private static Socket handshake(Account who, Chat one, Chat two) {
    return who.handshake()
        .query("chatId=" + one.id() + "&chatId=" + two.id())
        .bearer(who.token())
        .open()
        .welcomed();
  }

  private static void assertForbidden(JsonObject frame) {
    assertThat(Socket.type(frame)).as("%s", frame).isEqualTo("error");
    assertThat(frame.getString("code")).isEqualTo("forbidden");
  }
}
