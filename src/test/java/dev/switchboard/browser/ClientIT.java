package dev.switchboard.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests that are modules themselves, of the client library and of what stands on it. */
@InBrowser
class ClientIT {

  @TestFactory
  Stream<DynamicContainer> modules(Browsers browsers) {
    return Stream.of("client", "parts", "reading", "drafts", "changes", "places")
        .map(name -> DynamicContainer.dynamicContainer(name, tests(browsers, name + ".test.js")));
  }

  private static Stream<DynamicTest> tests(Browsers browsers, String module) {
    Page page = browsers.open(Member.underTest()).inFront();
    page.route("**/test/*.js", ClientIT::answer);
    List<?> names =
        (List<?>)
            page.evaluate(
                "async module => {"
                    + " window.tests = (await import('/test/' + module)).tests;"
                    + " return Object.keys(window.tests); }",
                module);
    return names.stream()
        .map(String::valueOf)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> page.evaluate("name => window.tests[name]()", name)));
  }

  /** Gives a module of the tests as if it came from the server: no other may be run. */
  private static void answer(Route route) {
    String name = route.request().url().replaceAll(".*/", "");
    route.fulfill(
        new Route.FulfillOptions().setContentType("text/javascript").setBody(resource(name)));
  }

  static String resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(ClientIT.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
