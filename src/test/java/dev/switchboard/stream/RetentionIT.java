package dev.switchboard.stream;

import static dev.switchboard.Waiting.patiently;
import static java.time.ZoneOffset.UTC;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Retention on a database schema of its own. */
class RetentionIT {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final LocalDate TODAY = LocalDate.parse("2031-03-31");
  private static final Instant NOW = TODAY.atTime(LocalTime.NOON).toInstant(UTC);

  private static final String INSERT =
      """
      insert into stream_entry (kind, stream, id, author, pushed, stored_at, frame)
      values ('chat', 'chat:c', '%s', 'ann', true, '%s', '{}')
      """;

  private final String schema = "retention_" + UUID.randomUUID().toString().replace("-", "");
  private final TestDatabase database = TestDatabase.inSchema(schema);
  private final Partitions partitions = new Partitions(database.dataSource());
  private final Retention retention = node();

  @BeforeEach
  void a_schema() {
    Flyway.configure().dataSource(database.dataSource()).schemas(schema).load().migrate();
  }

  @AfterEach
  void no_schema() {
    database.execute("drop schema " + schema + " cascade");
  }

  @Test
  void days_are_made_a_week_ahead() {
    retention.round(NOW);

    assertThat(days()).isEqualTo(datesAround(-1, 7));
  }

  @Test
  void a_second_round_on_the_same_day_changes_nothing() {
    retention.round(NOW);
    retention.round(NOW);

    assertThat(days()).isEqualTo(datesAround(-1, 7));
  }

  @Test
  void nodes_that_start_at_once_do_not_get_in_each_others_way() {
    List<CompletableFuture<Void>> nodes =
        range(0, 4).mapToObj(i -> runAsync(() -> node().round(NOW))).toList();

    assertThatCode(() -> nodes.forEach(CompletableFuture::join)).doesNotThrowAnyException();
    assertThat(days()).isEqualTo(datesAround(-1, 7));
  }

  @Test
  void what_is_wholly_older_than_the_retention_is_dropped() {
    partitions.create("chat", TODAY.minusDays(32));
    partitions.create("chat", TODAY.minusDays(31));
    partitions.create("chat", TODAY.minusDays(30));

    roundsUntilGone(TODAY.minusDays(31));

    assertThat(days()).contains(TODAY.minusDays(30)).hasSize(10);
  }

  @Test
  void there_is_room_once_it_is_asked_for() {
    retention.ready();

    LocalDate today = LocalDate.ofInstant(partitions.now(), UTC);
    assertThat(days()).contains(today.minusDays(1), today, today.plusDays(7));
  }

  @Test
  void an_entry_goes_where_its_day_is_and_comes_back_in_order() {
    retention.round(NOW);

    store(NOW);
    store(NOW.plus(Duration.ofDays(1)));

    assertThat(count("stream_entry_chat_20310331")).isEqualTo(1);
    assertThat(count("stream_entry_chat_20310401")).isEqualTo(1);
    assertThat(count("stream_entry_kept")).isZero();
  }

  @Test
  void a_new_day_is_made_while_somebody_writes() throws SQLException {
    retention.round(NOW);

    try (Connection writer = database.dataSource().getConnection()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute(INSERT.formatted(UUID.randomUUID(), NOW));
      retention.round(NOW.plus(Duration.ofDays(1)));
      writer.commit();
    }

    assertThat(days()).contains(TODAY.plusDays(8));
    assertThat(count("stream_entry_chat")).isEqualTo(1);
  }

  @Test
  void a_day_that_is_in_use_is_dropped_in_a_later_round() throws SQLException {
    LocalDate old = TODAY.minusDays(40);
    partitions.create("chat", old);

    try (Connection reader = database.dataSource().getConnection()) {
      reader.setAutoCommit(false);
      reader.createStatement().execute("select count(*) from stream_entry_chat");
      retention.round(NOW);
      assertThat(days()).contains(old);
    }

    roundsUntilGone(old);
    assertThat(days()).isEqualTo(datesAround(-1, 7));
  }

  @Test
  void nothing_is_dropped_while_another_node_is_at_work() throws SQLException {
    LocalDate old = TODAY.minusDays(40);
    partitions.create("chat", old);

    try (Connection other = database.dataSource().getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("select pg_advisory_xact_lock(2, 0)");
      partitions.drop("chat", old);
      assertThat(days()).contains(old);
    }
  }

  private void store(Instant moment) {
    database.execute(INSERT.formatted(UUID.randomUUID(), moment));
  }

  private int count(String table) {
    return database.execute("delete from " + table);
  }

  private Retention node() {
    return new Retention(partitions, Map.of("chat", KEPT), Clock.systemUTC());
  }

  private Set<LocalDate> days() {
    return partitions.days("chat");
  }

  /** Several, for the installation under test may be at work on the same database. */
  private void roundsUntilGone(LocalDate day) {
    patiently()
        .untilAsserted(
            () -> {
              retention.round(NOW);
              assertThat(days()).doesNotContain(day);
            });
  }

  private static Set<LocalDate> datesAround(int from, int to) {
    return Stream.iterate(from, i -> i <= to, i -> i + 1)
        .map(TODAY::plusDays)
        .collect(Collectors.toSet());
  }
}
