package dev.switchboard.realtime;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.Rate;
import dev.switchboard.platform.Settings;
import dev.switchboard.platform.rate.FrameRate;
import dev.switchboard.platform.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What writes tell of a client. */
class LinkTest {
  private static final Instant OPENING = Instant.parse("2026-01-01T00:00:00Z");

  private final Paper wire = new Paper();
  private final Link link = new Link(wire);

  @BeforeEach
  void nobody_waits() {
    link.distrust();
  }

  @Test
  void a_write_that_ends_at_once_does_not_tell_that_the_client_reads() {
    link.write("a", true, well -> {});
    wire.end(true);

    assertThat(link.hasRead()).isFalse();
  }

  @Test
  void a_write_that_ends_after_a_wait_tells_once_that_the_client_reads() {
    writeAndWait(true);

    assertThat(link.hasRead()).isTrue();
    assertThat(link.hasRead()).isFalse();
  }

  @Test
  void a_write_that_fails_after_a_wait_does_not() {
    writeAndWait(false);

    assertThat(link.hasRead()).isFalse();
  }

  @Test
  void a_ping_that_waits_tells_nothing() {
    Link waiting =
        new Link(
            new Paper() {
              @Override
              public boolean ping() {
                pass();
                return super.ping();
              }
            });

    waiting.write(Frames.PING, true, well -> {});

    assertThat(waiting.hasRead()).isFalse();
  }

  @Test
  void who_reads_slowly_is_not_silent_though_its_pings_wait_behind_all_else() {
    Connection connection = connection();
    writeAndWait(true);

    beat(connection, OPENING.plusSeconds(50));
    beat(connection, OPENING.plusSeconds(100));

    assertThat(connection.isClosed()).isFalse();
  }

  private void writeAndWait(boolean well) {
    link.write("a", true, ended -> {});
    pass();
    wire.end(well);
  }

  /** Lets more time pass than a write takes that does not wait. */
  private static void pass() {
    long begun = System.nanoTime();
    patiently().until(() -> System.nanoTime() - begun > 120_000_000);
  }

  private Connection connection() {
    return new Connection(
        "c",
        new Caller("u", "u", Set.of(), Instant.MAX),
        OPENING,
        FrameRate.of(Rate.OFF),
        new Pieces(1_000),
        new Outbox(link, new Frames(10, 1_000, 0), outbox -> {}, () -> {}),
        reason -> {});
  }

  private static void beat(Connection connection, Instant now) {
    Connections connections = new Connections();
    connections.add(connection, 1);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    new Heartbeat(connections, new Tally(), Settings.of(Map.of()), clock).beat();
  }
}
