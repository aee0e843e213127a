package dev.switchboard.system;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.stream.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/** A page of history costs the same however much is stored; run by {@code -Dscale.messages}. */
@Isolated("fills the database and measures")
@EnabledIfSystemProperty(
    named = "scale.messages",
    matches = "\\d+",
    disabledReason = "takes minutes and gigabytes; see docs/performance.md")
class HistoryScaleIT {

  private static final int SMALL = 10_000;
  private static final int CALLS = 200;
  private static final Duration SPAN = Duration.ofDays(28);
  private static final String PARTITION =
      """
      create table if not exists stream_entry_chat_%s partition of stream_entry_chat
      for values from ('%sT00:00Z') to ('%sT00:00Z')
      """;

  private final Account ann = Accounts.fresh();

  private record Page(String name, Duration time) {}

  @Test
  void a_page_takes_no_more_than_twice_the_time() {
    int large = Integer.getInteger("scale.messages");

    makeRoomForThePast();
    List<Page> before = pages(StoredChat.filled(ann, SMALL, SPAN), SMALL);
    Chat chat = StoredChat.filled(ann, large, SPAN);
    TestDatabase.ofInstallation().execute("vacuum analyze");
    List<Page> after = pages(chat, large);

    System.out.printf(
        "HistoryScaleIT: %d messages %s, %d messages %s%n", SMALL, before, large, after);
    assertThat(range(0, before.size()))
        .allSatisfy(
            i -> assertThat(after.get(i).time()).isLessThan(before.get(i).time().multipliedBy(2)));
  }

  /** The application makes the partitions of days to come. */
  private static void makeRoomForThePast() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    range(2, 30)
        .mapToObj(today::minusDays)
        .map(day -> PARTITION.formatted(BASIC_ISO_DATE.format(day), day, day.plusDays(1)))
        .forEach(TestDatabase.ofInstallation()::execute);
  }

  /** The median time of each kind of page, when warm. */
  private List<Page> pages(Chat chat, int messages) {
    String list = "/messages?limit=50&chatId=" + chat.id();
    String behind = list + "&afterSequence=" + messages / 2;
    String deep = ann.api().get(behind).json().getString("nextKey");
    Instant now = Instant.now();
    String span = "&fromTimestamp=" + now.minus(Duration.ofDays(7)) + "&toTimestamp=" + now;
    Supplier<List<Page>> round =
        () ->
            List.of(
                page("newest first", list),
                page("behind a number", behind),
                page("the page after", behind + "&startKey=" + deep),
                page("within a time", list + span));
    List<Page> unusedForWarming = round.get();
    return round.get();
  }

  private Page page(String name, String path) {
    return new Page(name, median(path));
  }

  private Duration median(String path) {
    return range(0, CALLS)
        .mapToObj(call -> time(path))
        .sorted()
        .skip(CALLS / 2)
        .findFirst()
        .orElseThrow();
  }

  private Duration time(String path) {
    long start = System.nanoTime();
    Answer answer = ann.api().get(path);
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertThat(answer.json().getJsonArray("messages")).hasSize(50);
    return taken;
  }
}
