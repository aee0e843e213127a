package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.launch.Server;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The settings that an operator may change, each changed, on one server. */
@InOwnInstallation
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ConfiguredServerIT {

  private static final String ALLOWED = "https://intranet.example";
  private static final String ALSO_ALLOWED = "https://portal.example:8443";
  private static final String FOREIGN = "https://intranet.example.elsewhere.example";
  private static final int MANY = 40;

  private final ForeignIssuer issuer = ForeignIssuer.open();
  private final Server server;
  private final Switchboard home;
  private @Nullable CompletableFuture<Life> life;
  private @Nullable CompletableFuture<Silence> silence;

  /** A user's connection that was left alone: how it ended, and how long it lasted. */
  private record Life(Account account, Closure closure, Duration length) {}

  ConfiguredServerIT(Site site) {
    server =
        site.installation()
            .newServer()
            .set("HTTP_PROXIES", "127\\.0\\.0\\.1|10\\.0\\.0\\..*")
            .set("SWITCHBOARD_RATE_COMMANDS", "2/10")
            .set("SWITCHBOARD_ORIGINS", ALLOWED + ", " + ALSO_ALLOWED)
            .set("SWITCHBOARD_SOCKET_LIFETIME", "PT15S")
            .set("SWITCHBOARD_SOCKET_PING_INTERVAL", "PT2S")
            .set("SWITCHBOARD_SOCKET_IDLE_TIMEOUT", "PT7S")
            .set("SWITCHBOARD_SOCKET_FRAME_BYTES", "4096")
            .set("SWITCHBOARD_MESSAGE_CHARACTERS", "100")
            .set("SWITCHBOARD_BODY_BYTES", "4096")
            .set("MP_JWT_VERIFY_ISSUER", ForeignIssuer.NAME)
            .set("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.keys());
    home = Switchboard.at(server.url());
  }

  /** What takes its time begins at once, and goes on beside the other tests. */
  @BeforeAll
  void start_the_server() {
    server.start().awaitReady();
    life = supplyAsync(() -> life(register()));
    silence = supplyAsync(() -> Silence.of(register())).thenApply(this::counted);
  }

  /** At once: only removals of the last minute are told of. */
  private Silence counted(Silence silent) {
    Account admin = new Accounts(home).signIn("admin", Account.PASSWORD);
    patiently()
        .until(
            () -> admin.api().get("/stats").json().getInt("staleConnectionsRemovedPerMinute") > 0);
    return silent;
  }

  private static Life life(Account account) {
    Instant opening = Instant.now();
    try (Socket socket = account.connect()) {
      Closure closure = socket.awaitClosure();
      return new Life(account, closure, Duration.between(opening, Instant.now()));
    }
  }

  @AfterAll
  void stop_the_server() {
    server.stop();
    issuer.close();
  }

  @Test
  void who_commands_too_often_is_asked_to_wait_and_others_are_not() {
    Account ann = register();
    Account bob = register();

    List<CompletableFuture<Answer>> calls =
        range(0, MANY).mapToObj(i -> newBoard(ann).sendAsync()).toList();
    List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();

    List<Answer> refused = answers.stream().filter(answer -> answer.status() == 429).toList();
    assertThat(answers).extracting(Answer::status).containsOnly(202, 429);
    assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSizeBetween(10, MANY / 2);
    assertProblem(refused.get(0), 429);
    assertThat(refused).extracting(Answer::retryAfter).allMatch(wait -> wait.toSeconds() > 0);
    assertThat(newBoard(bob).sendOnce().status()).isEqualTo(202);
    assertThat(ann.api().call("GET", "/boards").sendOnce().status()).isEqualTo(200);
    assertThat(newBoard(ann).send().status()).isEqualTo(202);
  }

  @Test
  void who_comes_through_a_trusted_proxy_is_counted_by_the_address_that_it_names() {
    assertThat(statuses(i -> keys("192.0.2.1"))).contains(429);
    assertThat(statuses(i -> keys("198.51.100." + i))).containsOnly(200);
    assertThat(statuses(i -> keys("203.0.113." + i + ", 10.0.0.7"))).containsOnly(200);
  }

  @Test
  void who_tries_the_socket_through_a_trusted_proxy_is_counted_by_that_address_too() {
    assertThat(statuses(i -> calling("/ws", "192.0.2.2"))).contains(429);
    assertThat(statuses(i -> calling("/ws", "198.18.0." + i))).containsOnly(401);
  }

  /** Comes late, for it uses up what callers of this address may. */
  @Test
  @Order(Integer.MAX_VALUE - 1)
  void who_names_addresses_through_a_proxy_that_is_not_trusted_is_not_believed() {
    assertThat(statuses(i -> keys("198.18.1." + i + ", 192.0.2.3"))).contains(429);
  }

  /** What becomes of more calls at once than one address may make. */
  private static List<Integer> statuses(IntFunction<Call> calls) {
    List<CompletableFuture<Answer>> answers =
        range(0, 400).mapToObj(i -> calls.apply(i % 256).sendAsync()).toList();
    return answers.stream().map(CompletableFuture::join).map(Answer::status).toList();
  }

  private Call keys(String forwardedFor) {
    return calling("/api/v1/auth/jwks", forwardedFor);
  }

  private Call calling(String path, String forwardedFor) {
    return home.anonymous().outside("GET", path).header("X-Forwarded-For", forwardedFor);
  }

  @Test
  void who_sends_too_often_over_the_socket_is_told_so_and_stays() {
    Account ann = register();
    Map<String, Object> frame = new HashMap<>(Chat.of(ann).fifo("hello"));
    frame.put("action", "sendMessage");

    assertToldToWait(ann, frame);
  }

  @Test
  void who_speaks_in_rooms_too_often_is_told_so_and_stays() {
    Account ann = register();

    assertToldToWait(ann, Room.of(ann).message("hello"));
  }

  private static void assertToldToWait(Account account, Map<String, Object> frame) {
    try (Socket socket = account.connect()) {
      range(0, MANY).forEach(i -> socket.send(frame));

      JsonObject refusal = socket.await(each -> Socket.type(each).equals("error"));
      assertThat(refusal.getString("code")).isEqualTo("rateLimited");
      assertThat(refusal.getString("action")).isEqualTo("sendMessage");
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
      assertThat(socket.objects()).extracting(Socket::type).contains("accepted");
    }
  }

  @Test
  void pages_of_the_origins_named_may_connect_and_no_others() {
    Account ann = register();

    assertThat(ann.handshake().bearer(ann.token()).origin(ALLOWED).status()).isEqualTo(101);
    assertThat(ann.handshake().bearer(ann.token()).origin(ALSO_ALLOWED).status()).isEqualTo(101);
    assertThat(ann.handshake().bearer(ann.token()).origin(home.origin()).status()).isEqualTo(101);
    assertThat(ann.handshake().bearer(ann.token()).origin(FOREIGN).status()).isEqualTo(403);
  }

  @Test
  void browsers_learn_that_pages_of_the_origins_named_may_call() {
    Answer allowed = preflight(ALLOWED);
    Answer foreign = preflight(FOREIGN);

    assertThat(allowed.status()).isEqualTo(204);
    assertThat(allowed.header("Access-Control-Allow-Origin")).hasValue(ALLOWED);
    assertThat(allowed.header("Access-Control-Allow-Methods").orElse("")).contains("POST");
    assertThat(allowed.header("Access-Control-Allow-Headers").orElse(""))
        .contains("Authorization", "Content-Type", "Idempotency-Key");
    assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(foreign.header("Access-Control-Allow-Methods")).isEmpty();
  }

  @Test
  void pages_of_the_origins_named_may_read_the_answers() {
    Call call = register().api().call("GET", "/boards");

    Answer answer = call.header("Origin", ALLOWED).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(ALLOWED);
    assertThat(answer.header("Access-Control-Expose-Headers").orElse(""))
        .contains("Location", "Retry-After", "Link");
  }

  /** Comes late, for a life is long. */
  @Test
  @Order(Integer.MAX_VALUE - 2)
  void who_answers_pings_stays_until_the_connection_has_lived_its_time() {
    Life lived = requireNonNull(life).join();

    assertThat(lived.closure().code()).isEqualTo(4009);
    assertThat(lived.length()).isGreaterThan(Duration.ofSeconds(15));
    try (Socket again = lived.account().connect()) {
      assertThat(Socket.type(again.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  @Test
  @Order(Integer.MAX_VALUE - 3)
  void who_answers_no_ping_is_cut_off_and_counted() {
    Silence silent = requireNonNull(silence).join();

    assertThat(silent.pings()).isBetween(2, 4);
    assertThat(silent.closure().code()).isEqualTo(4008);
  }

  @Test
  void a_message_is_as_long_as_it_may_be_here_and_no_longer() {
    Board board = Board.of(register());

    assertThat(board.post("x".repeat(100)).status()).isEqualTo(202);
    assertInvalid(board.post("x".repeat(101)), "/data");
  }

  @Test
  void a_body_is_as_large_as_it_may_be_here_and_no_larger() {
    Api ann = register().api();
    String body = JsonText.of(Map.of("name", "Padded"));

    assertThat(postBoard(ann, body + " ".repeat(4096 - body.length())).status()).isEqualTo(202);
    assertProblem(postBoard(ann, body + " ".repeat(4097 - body.length())), 413);
  }

  @Test
  void a_frame_is_as_large_as_it_may_be_here_and_no_larger() {
    String ping = "{\"action\":\"ping\"}";

    try (Socket socket = register().connect()) {
      socket.send(ping + " ".repeat(4096 - ping.length()));
      socket.await(frame -> Socket.type(frame).equals("pong"));
      socket.send(ping + " ".repeat(4097 - ping.length()));

      assertThat(socket.awaitClosure().code()).isEqualTo(1009);
    }
  }

  @Test
  void a_user_of_the_external_issuer_is_let_in() {
    Account guest = issuer.guest(home, claims -> {});
    Board board = Board.of(guest);

    try (Socket socket = guest.connect()) {
      socket.subscribe(board);
      board.say("from outside");

      assertThat(socket.objects().get(0).getString("userId")).isEqualTo(guest.userId());
      assertThat(socket.awaitMessages(board, 1).get(0).getString("userId"))
          .isEqualTo(guest.userId());
    }
  }

  @Test
  void a_user_whose_id_cannot_be_stored_is_not_let_in() {
    for (String userId : List.of("x".repeat(257), "a\0b")) {
      Account guest = issuer.guest(home, claims -> claims.setSubject(userId));

      assertThat(guest.api().get("/boards").status()).isEqualTo(401);
      assertThat(guest.handshake().bearer(guest.token()).status()).isEqualTo(401);
    }
  }

  @Test
  void a_claim_without_a_value_does_no_harm() {
    Account guest = issuer.guest(home, claims -> claims.setClaim("locale", null));

    assertThat(guest.api().get("/boards").status()).isEqualTo(200);
    assertThat(guest.handshake().bearer(guest.token()).status()).isEqualTo(101);
  }

  @Test
  void a_token_that_the_external_issuer_did_not_sign_is_refused_and_not_logged()
      throws IOException {
    List<String> tokens =
        List.of(
            issuer.token("guest", claims -> claims.setIssuer("https://elsewhere.example")),
            issuer.token("guest", claims -> claims.setIssuer("switchboard")),
            issuer.token("guest", claims -> claims.unsetClaim("iss")),
            issuer.token("guest", claims -> claims.setExpirationTimeMinutesInTheFuture(-1)),
            ForeignIssuer.forged("published"),
            ForeignIssuer.forged("unpublished"));

    assertThat(tokens)
        .allSatisfy(
            token -> {
              assertProblem(new Api(home, token).get("/boards"), 401);
              assertThat(new Handshake(home).bearer(token).status()).isEqualTo(401);
            });
    assertThat(Files.readString(server.log())).doesNotContain(tokens);
  }

  /** Comes last, for there is no server behind it. */
  @Test
  @Order(Integer.MAX_VALUE)
  void a_server_that_is_stopped_tells_every_client_another_time_to_come_back() {
    Account ann = register();
    List<Socket> sockets = range(0, 20).mapToObj(i -> ann.connect()).toList();

    server.stop();

    List<Closure> closures = sockets.stream().map(Socket::awaitClosure).toList();
    assertThat(closures)
        .doesNotHaveDuplicates()
        .allSatisfy(
            closure -> {
              assertThat(closure.code()).isEqualTo(1001);
              assertThat(closure.reason()).matches("retryAfterMs=\\d+");
            });
    sockets.forEach(Socket::close);
  }

  private Account register() {
    return new Accounts(home).register();
  }

  private static Call newBoard(Account account) {
    return account.api().call("POST", "/boards").json(Map.of("name", "One of many"));
  }

  private static Answer postBoard(Api api, String body) {
    return api.call("POST", "/boards").body("application/json", body).send();
  }

  private Answer preflight(String origin) {
    return home.anonymous()
        .call("OPTIONS", "/boards")
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
        .send();
  }
}
