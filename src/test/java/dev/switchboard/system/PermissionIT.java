package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionIT {

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();

  @Test
  void who_grants_in_a_new_chat_is_its_owner() {
    String chatId = Chat.uniqueId();

    Answer granted =
        ann.api().post("/permissions", Chat.permission(bob.userId(), chatId, "member"));

    assertThat(granted.status()).isEqualTo(201);
    JsonObject permission = granted.json();
    assertThat(permission).containsOnlyKeys("userId", "chatId", "role", "grantedBy", "grantedAt");
    assertThat(permission.getString("userId")).isEqualTo(bob.userId());
    assertThat(permission.getString("chatId")).isEqualTo(chatId);
    assertThat(permission.getString("role")).isEqualTo("member");
    assertThat(permission.getString("grantedBy")).isEqualTo(ann.userId());
    assertThat(permission.getString("grantedAt")).endsWith("Z");
    assertThat(roles(new Chat(ann, chatId)))
        .containsOnly(Map.entry(ann.userId(), "owner"), Map.entry(bob.userId(), "member"));
  }

  @Test
  void of_many_who_grant_in_a_new_chat_at_once_one_becomes_its_owner() {
    String chatId = Chat.uniqueId();
    List<Account> callers = range(0, 8).mapToObj(i -> Accounts.fresh()).toList();

    List<CompletableFuture<Answer>> calls =
        callers.stream().map(caller -> claim(caller, chatId)).toList();
    List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 403).hasSize(7);
    assertThat(roles(new Chat(Accounts.admin(), chatId))).hasSize(1).containsValue("owner");
  }

  @Test
  void a_new_role_takes_the_place_of_the_one_before() {
    Chat chat = Chat.of(ann).let(bob, "member").let(bob, "reader");

    assertThat(roles(chat)).containsEntry(bob.userId(), "reader").hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"member", "reader"})
  void only_an_owner_grants_and_sees_who_is_in_the_chat(String role) {
    Chat chat = Chat.of(ann).let(bob, role);

    assertProblem(
        bob.api().post("/permissions", Chat.permission(bob.userId(), chat.id(), "owner")), 403);
    assertProblem(bob.api().get("/permissions?chatId=" + chat.id()), 403);
    assertProblem(chat.withdrawAs(bob, ann), 403);
    chat.let(bob, "owner");
    Account cid = Accounts.fresh();
    assertThat(
            bob.api()
                .post("/permissions", Chat.permission(cid.userId(), chat.id(), "reader"))
                .status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"robot", "admin"})
  void services_and_administrators_grant_and_withdraw_everywhere(String name) {
    Account power = name.equals("robot") ? Accounts.robot() : Accounts.admin();
    Chat chat = Chat.of(ann);

    assertThat(
            power
                .api()
                .post("/permissions", Chat.permission(bob.userId(), chat.id(), "reader"))
                .status())
        .isEqualTo(201);
    assertThat(roles(new Chat(power, chat.id()))).containsKey(bob.userId());
    assertThat(chat.withdrawAs(power, bob).status()).isEqualTo(204);
    assertProblem(chat.withdrawAs(power, bob), 404);
  }

  @ParameterizedTest
  @CsvSource({"userId,''", "chatId,a b", "chatId,''", "role,king", "role,''"})
  void a_grant_that_is_wrong_is_refused(String member, String value) {
    Map<String, Object> body =
        new HashMap<>(Chat.permission(bob.userId(), Chat.uniqueId(), "reader"));
    body.put(member, value);

    assertInvalid(ann.api().post("/permissions", body), "/" + member);
    body.remove(member);
    assertInvalid(ann.api().post("/permissions", body), "/" + member);
  }

  @Test
  void a_role_may_be_given_to_somebody_who_has_not_come_yet() {
    Chat chat = Chat.of(ann);
    String stranger = "somebody|from:elsewhere";

    assertThat(
            ann.api().post("/permissions", Chat.permission(stranger, chat.id(), "reader")).status())
        .isEqualTo(201);
    assertThat(roles(chat)).containsEntry(stranger, "reader");
  }

  @Test
  void everybody_sees_their_own_roles_and_nobody_elses() {
    Chat one = Chat.of(ann).let(bob, "reader");
    Chat two = Chat.of(ann).let(bob, "member");

    assertThat(permissions(bob.api().get("/permissions?userId=" + bob.userId())))
        .extracting(permission -> permission.getString("chatId"))
        .containsExactlyInAnyOrder(one.id(), two.id());
    assertProblem(ann.api().get("/permissions?userId=" + bob.userId()), 403);
    assertThat(permissions(Accounts.robot().api().get("/permissions?userId=" + bob.userId())))
        .hasSize(2);
  }

  @Test
  void long_lists_come_in_pages() {
    Chat chat = Chat.of(ann);
    range(0, 4).forEach(i -> chat.let(Accounts.fresh(), "reader"));

    List<JsonObject> seen = new ArrayList<>();
    Answer page = ann.api().get("/permissions?limit=2&chatId=" + chat.id());
    seen.addAll(permissions(page));
    while (page.nextLink().isPresent()) {
      page = ann.api().follow(page.nextLink().orElseThrow());
      seen.addAll(permissions(page));
    }

    assertThat(seen)
        .extracting(permission -> permission.getString("userId"))
        .doesNotHaveDuplicates()
        .hasSize(5);
  }

  @Test
  void a_list_is_that_of_a_user_or_of_a_chat() {
    Chat chat = Chat.of(ann);

    assertProblem(ann.api().get("/permissions"), 400);
    assertProblem(
        ann.api().get("/permissions?userId=" + ann.userId() + "&chatId=" + chat.id()), 400);
    assertInvalid(ann.api().get("/permissions?chatId=a%20b"), "/chatId");
    assertProblem(ann.api().get("/permissions?cursor=W10&chatId=" + chat.id()), 400);
    assertProblem(ann.api().get("/permissions?limit=0&chatId=" + chat.id()), 400);
  }

  @Test
  void everybody_may_give_up_their_own_role() {
    Chat chat = Chat.of(ann).let(bob, "reader");

    assertThat(chat.withdrawAs(bob, bob).status()).isEqualTo(204);

    assertProblem(chat.withdrawAs(bob, bob), 404);
    assertThat(roles(chat)).containsOnlyKeys(ann.userId());
  }

  @Test
  void a_withdrawal_says_of_whom_and_where() {
    Chat chat = Chat.of(ann);

    assertInvalid(ann.api().call("DELETE", "/permissions?chatId=" + chat.id()).send(), "/userId");
    assertInvalid(ann.api().call("DELETE", "/permissions?userId=x").send(), "/chatId");
    assertProblem(chat.withdraw(bob), 404);
    assertProblem(new Chat(ann, Chat.uniqueId()).withdraw(bob), 403);
  }

  @Test
  void who_lost_the_role_may_neither_read_nor_publish() {
    Chat chat = Chat.of(ann).let(bob, "owner");
    chat.withdraw(bob);

    assertProblem(chat.publishAs(bob, chat.fifo("x")), 403);
    assertProblem(bob.api().get(chat.path()), 403);
    assertProblem(bob.api().get("/permissions?chatId=" + chat.id()), 403);
  }

  private static CompletableFuture<Answer> claim(Account caller, String chatId) {
    return caller
        .api()
        .call("POST", "/permissions")
        .json(Chat.permission(caller.userId(), chatId, "owner"))
        .sendAsync();
  }

  private static Map<String, String> roles(Chat chat) {
    Map<String, String> roles = new HashMap<>();
    permissions(chat.owner().api().get("/permissions?chatId=" + chat.id()))
        .forEach(p -> roles.put(p.getString("userId"), p.getString("role")));
    return roles;
  }

  private static List<JsonObject> permissions(Answer page) {
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    return page.json().getJsonArray("permissions").getValuesAs(JsonObject.class);
  }
}
