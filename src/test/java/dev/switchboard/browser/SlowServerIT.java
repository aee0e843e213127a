package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a page makes of a server that is late, or busy for a moment, while the socket stays open.
 */
@InBrowser
class SlowServerIT {

  private static final Member ANN = Member.called("ann");
  private static final Member BOB = Member.called("bob");

  @Test
  void a_room_is_shown_once_the_server_can_give_it(Browsers browsers) {
    String room = Member.unique("room");
    browsers.windowOf(BOB).at("rooms/" + room).say("hello").sees("hello");
    Window ann = browsers.window(ANN.url(), Look.LIGHT);
    ann.inFront().routeWebSocket("**/ws", page -> refuseOnce(page, room));

    ann.signedIn(ANN).at("rooms/" + room);
    assertThat(ann.inFront().locator(".composer .problem")).containsText("busy");
    ann.sees("hello").say("and hello").sees("and hello");
  }

  @Test
  void a_message_that_is_heard_before_it_is_accepted_stands_there_once(Browsers browsers) {
    String room = Member.unique("room");
    List<String> heard = new ArrayList<>();
    List<Runnable> accepted = new ArrayList<>();
    browsers.windowOf(BOB).at("rooms/" + room).say("first").sees("first");
    Window ann = browsers.window(ANN.url(), Look.LIGHT);
    ann.inFront().routeWebSocket("**/ws", page -> keepBack(page, accepted, heard));
    ann.signedIn(ANN).at("rooms/" + room).sees("first").say("hello");

    ann.inFront()
        .waitForCondition(
            () ->
                heard.stream().anyMatch(line -> line.contains("\"hello\"")) && !accepted.isEmpty());
    ann.sees("hello");
    assertThat(ann.around("hello")).containsText("On its way");
    accepted.forEach(Runnable::run);

    assertThat(ann.around("hello")).containsText("#2");
    ann.sees("hello");
  }

  /**
   * Answers the first frame of each kind about the room as a server does that is short of
   * something.
   */
  private static void refuseOnce(WebSocketRoute page, String room) {
    WebSocketRoute server = page.connectToServer();
    Set<String> refused = new HashSet<>();
    page.onMessage(
        frame -> {
          JsonObject asked = Json.createReader(new StringReader(frame.text())).readObject();
          boolean isAboutRoom = asked.getString("roomId", "").equals(room);
          if (isAboutRoom && refused.add(asked.getString("action"))) {
            page.send(busy(asked.getString("requestId")));
          } else {
            server.send(frame.text());
          }
        });
  }

  private static String busy(String requestId) {
    return Json.createObjectBuilder()
        .add("type", "error")
        .add("code", "unavailable")
        .add("message", "The server is busy.")
        .add("requestId", requestId)
        .build()
        .toString();
  }

  /** Passes on what the server says, but for what it has accepted. */
  private static void keepBack(
      WebSocketRoute page, List<Runnable> accepted, List<String> passedOn) {
    WebSocketRoute server = page.connectToServer();
    server.onMessage(
        frame -> {
          for (String line : frame.text().split("\n", -1)) {
            if (line.contains("\"type\":\"accepted\"")) {
              accepted.add(() -> page.send(line));
            } else {
              page.send(line);
              passedOn.add(line);
            }
          }
        });
  }
}
