package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@InBrowser
class ChatsIT {

  private static final Member ANN = Member.called("ann");
  private static final Member BOB = Member.called("bob");

  /** After so long the page has asked anew for the chats. */
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  private static final String FOLLOWS =
      "chat => import('/app/model/following.js').then(({ following }) => following.has('chats', chat))";

  private final String chat = Member.unique("chat");

  @Test
  void members_talk_in_an_order_that_is_the_same_for_all(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Chats");
    Window bob = browsers.timed(BOB).goTo("Chats");

    ann.fill("Name of a new chat", chat).press("Begin the chat");
    ann.press("Members").fill("User name or e-mail", BOB.name()).press("Add");
    assertThat(members(ann).locator("li")).hasCount(2);
    bob.passes(A_WHILE).choose(chat);
    ann.say("one").sees("one");
    bob.sees("one").say("two").sees("two");
    ann.sees("two").say("three").sees("three");
    bob.sees("three");

    ann.hasNumbers("#1", "#2", "#3");
    bob.hasNumbers("#1", "#2", "#3");
    assertThat(bob.conversation()).containsExactly("one", "two", "three");
  }

  @Test
  void what_is_said_in_a_chat_is_told_wherever_one_is(Browsers browsers) {
    grant(ANN, "owner");
    grant(BOB, "reader");
    Window bob = browsers.windowOf(BOB);
    bob.inFront().waitForFunction(FOLLOWS, chat);

    publish("for all to read");

    assertThat(bob.inFront().locator(".toast")).containsText("for all to read");
    assertThat(bob.inFront().locator("nav .count").first()).containsText("1");
  }

  @Test
  void a_fast_message_has_no_number_and_leaves_no_gap(Browsers browsers) {
    grant(ANN, "owner");
    Window ann = browsers.windowOf(ANN).at("chats/" + chat);

    ann.say("in order").sees("in order");
    order(ann, "Fast").say("fast").sees("fast");
    order(ann, "In order").say("in order again").sees("in order again");

    assertThat(ann.around("in order").locator(".side")).hasText("#1");
    assertThat(ann.around("fast").locator(".side")).containsText("without a number");
    assertThat(ann.around("in order again").locator(".side")).hasText("#2");
  }

  @Test
  void history_loads_as_one_scrolls_up(Browsers browsers) {
    grant(ANN, "owner");
    rangeClosed(1, 59).forEach(i -> ANN.post("/publish", message("message " + i)));
    publish("message 60");
    Window ann = browsers.windowOf(ANN).at("chats/" + chat).sees("message 60");
    assertThat(ann.conversation()).hasSizeLessThan(60);

    ann.scrollsUp().sees("message 1");

    assertThat(ann.conversation())
        .isEqualTo(rangeClosed(1, 60).mapToObj(i -> "message " + i).toList());
  }

  @Test
  void a_reader_reads_and_cannot_write(Browsers browsers) {
    grant(ANN, "owner");
    grant(BOB, "reader");
    Window bob = browsers.windowOf(BOB).goTo("Chats").choose(chat);

    publish("for all to read");

    bob.sees("for all to read");
    assertThat(bob.inFront().locator(".composer")).containsText("You may read here");
    assertThat(bob.field("Write a message")).hasCount(0);
  }

  @Test
  void who_is_removed_sees_nothing_more_until_he_is_back(Browsers browsers) {
    grant(ANN, "owner");
    grant(BOB, "member");
    String room = Member.unique("room");
    Window ann = browsers.windowOf(ANN).at("chats/" + chat).press("Members");
    Window bob = browsers.timed(BOB).at("rooms/" + room).goTo("Chats").choose(chat);
    ann.say("before");
    bob.sees("before");

    ann.press("Remove " + BOB.name());
    assertThat(bob.inFront().locator(".composer")).containsText("You cannot read this any longer");
    ann.say("secret").sees("secret").at("rooms/" + room).say("come back");
    assertThat(bob.inFront().locator(".toast")).containsText("come back");
    bob.seesNot("secret").passes(A_WHILE);
    assertThat(bob.inFront().locator(".entry", hasText(chat))).hasCount(0);
    grant(BOB, "member");
    bob.passes(A_WHILE);

    bob.sees("secret").say("here I am");
    ann.at("chats/" + chat).sees("here I am");
  }

  @Test
  void a_role_that_could_not_be_given_is_not_shown(Browsers browsers) {
    grant(ANN, "owner");
    grant(BOB, "member");
    Window ann = browsers.windowOf(ANN).at("chats/" + chat).press("Members");
    Locator role = ann.field("Role of " + BOB.name());
    ann.inFront().route("**/permissions", route -> Refusal.of("not you").answer(route));

    role.selectOption("reader");

    assertThat(members(ann).getByRole(AriaRole.ALERT)).containsText("not you");
    assertThat(role).hasValue("member");
  }

  @Test
  void nobody_of_that_name_can_be_added(Browsers browsers) {
    grant(ANN, "owner");
    Window ann = browsers.windowOf(ANN).at("chats/" + chat);

    ann.press("Members").fill("User name or e-mail", Member.unique("nobody")).press("Add");

    assertThat(members(ann).getByRole(AriaRole.ALERT)).containsText("There is nobody called");
  }

  @Test
  void why_a_chat_could_not_be_begun_stays_to_be_read(Browsers browsers) {
    grant(ANN, "owner");
    Window bob = browsers.timed(BOB).goTo("Chats");
    Locator alert = bob.inFront().locator(".list-pane").getByRole(AriaRole.ALERT);

    bob.fill("Name of a new chat", chat).press("Begin the chat");
    assertThat(alert).isVisible();
    bob.answered("/permissions?*", () -> bob.passes(A_WHILE));
    bob.answered("/permissions?*", () -> bob.passes(A_WHILE));

    assertThat(alert).isVisible();
  }

  @Test
  void all_chats_are_listed_however_many(Browsers browsers) {
    Member carl = Member.called("carl");
    grant(carl, "owner", chat);
    grant(carl, "owner", chat + "-2");
    Window carls = browsers.windowOf(carl);
    carls.inFront().route("**/permissions?*", ChatsIT::oneByOne);

    carls.goTo("Chats");

    assertThat(carls.inFront().locator(".entry")).hasCount(2);
  }

  @Test
  void what_is_half_written_does_not_go_to_another_chat(Browsers browsers) {
    String other = Member.unique("other");
    grant(ANN, "owner");
    grant(ANN, "owner", other);
    Window ann = browsers.windowOf(ANN).at("chats/" + chat).fill("Write a message", "half a sen");

    ann.at("chats/" + other);

    assertThat(ann.inFront().locator(".detail-pane .pane-head h2")).hasText(other);
    assertThat(ann.field("Write a message")).hasValue("");
  }

  private static void oneByOne(Route route) {
    String url = route.request().url().replace("limit=100", "limit=1");
    route.resume(new Route.ResumeOptions().setUrl(url));
  }

  private void grant(Member member, String role) {
    grant(member, role, chat);
  }

  private static void grant(Member member, String role, String chat) {
    Member owner = role.equals("owner") ? member : ANN;
    owner.grants(member, chat, role);
  }

  private void publish(String text) {
    ANN.does("/publish", message(text));
  }

  private JsonObjectBuilder message(String text) {
    return Scene.message(chat, text);
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static Locator members(Window owner) {
    return owner.inFront().locator(".members");
  }

  private static Window order(Window window, String name) {
    window.inFront().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name)).check();
    return window;
  }
}
