package dev.switchboard.browser;

import com.microsoft.playwright.Route;
import jakarta.json.Json;

/** What the server says to a command that it does not accept. */
record Refusal(String detail) {

  static Refusal of(String detail) {
    return new Refusal(detail);
  }

  void answer(Route route) {
    String problem =
        Json.createObjectBuilder().add("status", 400).add("detail", detail).build().toString();
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(400)
            .setContentType("application/problem+json")
            .setBody(problem));
  }
}
