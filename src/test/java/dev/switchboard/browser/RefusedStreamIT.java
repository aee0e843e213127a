package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.switchboard.browser.Modules.toRoom;
import static java.util.stream.IntStream.rangeClosed;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.WebSocketRoute;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page shows where the server does not give it a stream, or not all of it. */
@InBrowser
class RefusedStreamIT {

  private static final Member ANN = Member.called("ann");

  /** Why the server refuses to let a page follow things; empty while it does not. */
  private String refusal = "";

  @Test
  void what_cannot_be_followed_is_read_and_told(Browsers browsers) {
    String board = board();
    posted(board, "stored");
    refusal = "invalid";
    Window ann = refused(browsers, "boardId").at("boards/" + board).sees("stored");
    Locator problem = ann.inFront().locator(".detail-pane .problem");
    assertThat(problem).containsText("No, says the test");

    posted(board, "meanwhile");
    refusal = "";
    ann.button("Try again").press("Enter");

    ann.sees("meanwhile").sees("stored");
    assertThat(problem).hasCount(0);
    assertThat(ann.inFront().locator(".detail-pane")).isFocused();
    posted(board, "live");
    ann.sees("live");
  }

  @Test
  void what_could_not_be_followed_once_is_followed_the_next_time(Browsers browsers) {
    String board = board();
    refusal = "invalid";
    Window ann = refused(browsers, "boardId").at("boards/" + board);
    assertThat(ann.button("Follow")).isVisible();

    refusal = "";
    ann.goTo("Notes").inFront().reload();
    ann.isLive();
    Member.called("bob").does("/boards/" + board + "/messages", post("news from bob"));

    assertThat(ann.inFront().locator(".toast")).containsText("news from bob");
  }

  @Test
  void what_cannot_be_followed_just_now_is_read_and_followed_later(Browsers browsers) {
    String chat = Member.unique("chat");
    ANN.grants(ANN, chat, "owner");
    ANN.does("/publish", Scene.message(chat, "stored"));
    refusal = "unavailable";
    Window ann = refused(browsers, "chatId").at("chats/" + chat).sees("stored");

    ANN.does("/publish", Scene.message(chat, "meanwhile"));
    refusal = "";

    ann.sees("meanwhile").sees("stored");
  }

  @Test
  void why_nothing_comes_live_is_told_where_one_writes(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = refused(browsers, "roomId").at("rooms/" + room);
    List<Map<String, Object>> texts =
        rangeClosed(1, 40).mapToObj(i -> toRoom(room, "message " + i)).toList();
    Modules.of(ann).sendAll(texts);

    refusal = "invalid";
    ann.inFront().reload();

    ann.sees("message 40");
    assertThat(ann.button("Try again")).isInViewport();
  }

  @Test
  void why_nothing_is_known_of_posts_is_told(Browsers browsers) {
    String post = Member.unique("post");
    refusal = "invalid";
    Window ann = refused(browsers, "postId").goTo("Posts");
    assertThat(ann.inFront().locator(".list-pane .problem")).containsText("No, says the test");

    refusal = "";
    ann.press("Try again");

    ANN.does(
        "/posts/" + post + "/comments", Json.createObjectBuilder().add("content", "well said"));
    assertThat(ann.entry(post)).containsText("well said");
    assertThat(ann.inFront().locator(".list-pane .problem")).hasCount(0);
  }

  @Test
  void what_the_server_does_not_replay_is_read(Browsers browsers) {
    String board = board();
    Deque<WebSocketRoute> sockets = new ArrayDeque<>();
    posted(board, "post 0");
    Window ann = browsers.window(ANN.url(), Look.LIGHT);
    ann.inFront().routeWebSocket("**/ws", page -> sockets.add(withoutMessages(page)));
    ann.signedIn(ANN).at("boards/" + board).sees("post 0");

    rangeClosed(1, 31).forEach(i -> posted(board, "post " + i));
    sockets.getLast().send(gap(board, 2, 32));

    ann.sees("post 31").press("Show older ones").sees("post 1").sees("post 0");
    assertThat(ann.inFront().locator(".card")).hasCount(32);
  }

  /** A window of ann's whose subscriptions of that kind are refused while there is a refusal. */
  private Window refused(Browsers browsers, String key) {
    Window window = browsers.window(ANN.url(), Look.LIGHT);
    window.inFront().routeWebSocket("**/ws", page -> refuse(page, key));
    return window.signedIn(ANN);
  }

  private void refuse(WebSocketRoute page, String key) {
    WebSocketRoute server = page.connectToServer();
    page.onMessage(
        frame -> {
          JsonObject asked = Json.createReader(new StringReader(frame.text())).readObject();
          boolean concerns =
              asked.getString("action").equals("subscribe") && asked.containsKey(key);
          if (concerns && !refusal.isEmpty()) {
            page.send(error(refusal, asked.getString("requestId")));
          } else {
            server.send(frame.text());
          }
        });
  }

  private static String error(String code, String requestId) {
    return Json.createObjectBuilder()
        .add("type", "error")
        .add("code", code)
        .add("message", "No, says the test.")
        .add("requestId", requestId)
        .build()
        .toString();
  }

  private static String gap(String board, int from, int to) {
    return Json.createObjectBuilder()
        .add("type", "gap")
        .add("boardId", board)
        .add("from", from)
        .add("to", to)
        .build()
        .toString();
  }

  private static WebSocketRoute withoutMessages(WebSocketRoute page) {
    page.connectToServer()
        .onMessage(
            frame ->
                frame
                    .text()
                    .lines()
                    .filter(line -> !line.contains("\"type\":\"message\""))
                    .forEach(page::send));
    return page;
  }

  private static String board() {
    return ANN.does("/boards", Json.createObjectBuilder().add("name", Member.unique("Board")));
  }

  private static void posted(String board, String text) {
    ANN.does("/boards/" + board + "/messages", post(text));
  }

  private static JsonObjectBuilder post(String text) {
    return Json.createObjectBuilder().add("topic", "news").add("data", text);
  }
}
