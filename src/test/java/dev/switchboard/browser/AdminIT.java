package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.jms.JMSContext;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

@InBrowser
class AdminIT {

  private static final String QUEUE = "switchboard.registrations";

  @Test
  void charts_move(Browsers browsers) {
    Window admin = browsers.of(Member.admin()).goTo("Operations");
    Locator chart = admin.page().locator(".chart polyline").first();
    assertThat(chart).hasAttribute("points", Pattern.compile("\\d"));

    String before = chart.getAttribute("points");

    assertThat(chart).not().hasAttribute("points", before);
    assertThat(admin.page().locator(".nodes li")).not().hasCount(0);
    assertThat(admin.page().locator("table")).containsText("board-messages");
  }

  @Test
  void a_dead_letter_is_inspected_replayed_and_removed(Browsers browsers) {
    String text = Member.unique("no command");
    plant(text);
    Window admin = browsers.of(Member.admin()).goTo("Operations");
    admin.field("Queue").selectOption(QUEUE);
    Locator letter =
        admin.page().locator(".letter").filter(new Locator.FilterOptions().setHasText(text));

    assertThat(letter).hasCount(1);
    letter.locator("summary").click();
    assertThat(letter.locator("pre")).containsText(text);
    String id = letter.getAttribute("data-id");
    letter.getByText("Replay").click();
    assertThat(letter).not().hasAttribute("data-id", id);
    letter.getByText("Remove").click();

    assertThat(letter).hasCount(0);
  }

  @Test
  void everybody_is_told(Browsers browsers) {
    Window admin = browsers.of(Member.admin()).goTo("Operations");
    Window ann = browsers.of(Member.called("ann"));
    String text = Member.unique("maintenance at noon");

    admin.fill("An announcement to every open page", text).press("Announce");

    assertThat(ann.page().locator(".toast")).containsText(text);
  }

  @Test
  void others_have_no_operations(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann")).at("admin");

    assertThat(ann.page().getByText("Operations")).hasCount(0);
    assertThat(ann.page()).hasURL(Pattern.compile("#/admin$"));
    assertThat(ann.page().locator("sb-admin-page")).hasCount(0);
  }

  private static void plant(String text) {
    String broker = System.getProperty("switchboard.broker.url", "tcp://localhost:61617");
    try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(broker);
        JMSContext context = connections.createContext()) {
      context.createProducer().send(context.createQueue(QUEUE), text);
    }
  }
}
