package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bus.StreamEvent;
import dev.switchboard.platform.Rate;
import dev.switchboard.platform.rate.FrameRate;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.Draft;
import dev.switchboard.stream.Entry;
import dev.switchboard.stream.Head;
import dev.switchboard.stream.Place;
import dev.switchboard.stream.StoredEntries;
import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChannelTest {
  private static final StreamName STREAM = new StreamName("board", "b");
  private static final Target TARGET = new Target(new Anybody(), "b", STREAM);

  /** Streams that anybody may follow. */
  private static final class Anybody implements StreamKind {
    @Override
    public String kind() {
      return "board";
    }

    @Override
    public String key() {
      return "boardId";
    }

    @Override
    public Admission admits(Caller caller, String named) {
      return Admission.GRANTED;
    }
  }

  private final List<Long> asked = new ArrayList<>();
  private final List<Channel> reviews = new ArrayList<>();
  private int passedOn;
  private final Channel channel =
      new Channel(
          new Channel.Keeper() {
            @Override
            public void fillAfter(Channel channel, long number) {
              asked.add(number);
            }

            @Override
            public void review(Channel channel) {
              reviews.add(channel);
            }

            @Override
            public void passedOn() {
              passedOn++;
            }
          });

  /** A client that reads everything at once. */
  private static final class Reader {
    private final List<String> got = new ArrayList<>();
    private final Connection connection =
        new Connection(
            "c",
            new Caller("u", "u", Set.of(), Instant.MAX),
            Instant.EPOCH,
            FrameRate.of(Rate.OFF),
            new Pieces(1_000),
            new Outbox(
                new Link(new Reading()),
                new Frames(1_000, 1_000_000, 0),
                outbox -> outbox.writeNext(true),
                () -> {}),
            reason -> {});

    private final class Reading implements Wire {
      @Override
      public boolean write(String text) {
        got.add(text);
        return true;
      }

      @Override
      public void begin(String text, Completion done) {
        throw new UnsupportedOperationException();
      }

      @Override
      public boolean ping() {
        return true;
      }
    }
  }

  private Reader reader(OptionalLong since) {
    Reader reader = new Reader();
    Subscription subscription = new Subscription(reader.connection, TARGET, channel);
    channel.add(subscription, since, 3);
    channel.join(subscription);
    return reader;
  }

  private static Head head(long number) {
    return new Head(number, 0);
  }

  private void events(long... numbers) {
    LongStream.of(numbers)
        .forEach(
            n ->
                channel.accept(new StreamEvent("board:b", n, 0, "", "trace-1", String.valueOf(n))));
  }

  private static List<Entry> stored(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(
            n ->
                StoredEntries.of(
                    new Draft(new UUID(0, n), STREAM, "u", null, true, true, p -> "" + p.number()),
                    new Place(n, Instant.EPOCH)))
        .toList();
  }

  @Test
  void entries_go_out_once_and_in_order_however_their_events_come() {
    channel.open(head(0));
    Reader reader = reader(OptionalLong.empty());

    events(1, 3, 1, 2, 2, 5, 4);

    assertThat(reader.got).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void a_hole_is_filled_from_what_is_stored_before_anything_behind_it_goes_out() {
    channel.open(head(0));
    Reader reader = reader(OptionalLong.empty());

    events(1, 4);
    assertThat(asked).containsExactly(1L);
    assertThat(reader.got).containsExactly("1");

    channel.fill(stored(2, 4), false, 0);
    events(5);
    assertThat(reader.got).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void events_that_come_before_the_head_is_known_are_not_lost_and_not_repeated() {
    events(7, 8, 9);

    channel.open(head(7));
    Reader reader = reader(OptionalLong.of(7));

    assertThat(reader.got).containsExactly("8", "9");
  }

  @Test
  void a_review_asks_for_entries_whose_events_were_lost() {
    channel.open(head(3));
    Reader reader = reader(OptionalLong.empty());

    channel.compare(head(5));
    assertThat(asked).containsExactly(3L);

    channel.fill(stored(4, 5), false, 0);
    assertThat(reader.got).containsExactly("4", "5");
  }

  @Test
  void a_full_page_is_followed_by_the_next() {
    channel.open(head(0));

    channel.compare(head(700));
    channel.fill(stored(1, 500), true, 0);

    assertThat(asked).containsExactly(0L, 500L);
  }

  @Test
  void who_catches_up_gets_nothing_live_until_it_joins_and_then_what_it_lacks_once() {
    channel.open(head(0));
    events(1, 2, 3);
    Reader reader = new Reader();
    Subscription subscription = new Subscription(reader.connection, TARGET, channel);
    channel.add(subscription, OptionalLong.of(1), 3);

    events(4);
    assertThat(reader.got).isEmpty();

    assertThat(channel.join(subscription)).isTrue();
    events(5);
    assertThat(reader.got).containsExactly("2", "3", "4", "5");
  }

  @Test
  void who_is_ahead_of_this_node_gets_nothing_again() {
    channel.open(head(1));
    Reader reader = reader(OptionalLong.of(3));

    events(2, 3, 4);

    assertThat(reader.got).containsExactly("4");
  }

  @Test
  void who_is_too_far_behind_for_memory_does_not_join() {
    channel.open(head(100));
    events(101);
    Reader reader = new Reader();
    Subscription subscription = new Subscription(reader.connection, TARGET, channel);
    channel.add(subscription, OptionalLong.of(10), 3);

    assertThat(channel.join(subscription)).isFalse();

    subscription.sendGap("gap", 101);
    assertThat(channel.join(subscription)).isTrue();
    events(102);
    assertThat(reader.got).containsExactly("gap", "102");
  }

  @Test
  void nothing_follows_a_removal() {
    channel.open(head(0));
    Reader reader = new Reader();
    Subscription subscription = new Subscription(reader.connection, TARGET, channel);
    channel.add(subscription, OptionalLong.empty(), 3);
    channel.join(subscription);

    events(1);
    channel.remove(subscription);
    events(2);

    assertThat(reader.got).containsExactly("1");
  }

  @Test
  void an_entry_of_a_new_epoch_waits_for_the_review() {
    channel.open(head(0));
    Reader reader = reader(OptionalLong.empty());
    events(1);

    channel.accept(new StreamEvent("board:b", 3, 1, "", "trace-1", "3"));
    channel.accept(new StreamEvent("board:b", 2, 1, "", "trace-1", "2"));
    assertThat(reader.got).containsExactly("1");
    assertThat(reviews).containsExactly(channel);

    channel.reviewed(1);
    assertThat(reader.got).containsExactly("1", "2", "3");
  }

  @Test
  void who_is_removed_in_a_review_gets_nothing_of_the_new_epoch() {
    channel.open(head(0));
    Reader reader = new Reader();
    Subscription subscription = new Subscription(reader.connection, TARGET, channel);
    channel.add(subscription, OptionalLong.empty(), 3);
    channel.join(subscription);

    channel.accept(new StreamEvent("board:b", 1, 1, "", "trace-1", "1"));
    channel.remove(subscription);
    channel.reviewed(1);

    assertThat(reader.got).isEmpty();
  }

  @Test
  void stored_entries_of_a_new_epoch_are_read_again_after_the_review() {
    channel.open(head(0));
    Reader reader = reader(OptionalLong.empty());

    channel.compare(head(2));
    channel.fill(stored(1, 2), false, 1);
    assertThat(reader.got).isEmpty();
    assertThat(reviews).hasSize(1);

    channel.reviewed(1);
    channel.compare(new Head(2, 1));
    channel.fill(stored(1, 2), false, 1);
    assertThat(reader.got).containsExactly("1", "2");
  }

  @Test
  void a_page_of_a_new_epoch_asks_for_the_review_and_is_read_again_behind_it() {
    channel.open(head(0));
    Reader reader = reader(OptionalLong.empty());
    channel.compare(head(700));

    channel.fill(stored(1, 500), true, 1);
    assertThat(reviews).hasSize(1);
    assertThat(reader.got).isEmpty();

    channel.reviewed(1);
    assertThat(asked).containsExactly(0L, 0L);
    channel.fill(stored(1, 500), true, 1);
    assertThat(reader.got).hasSize(500);
    assertThat(asked).containsExactly(0L, 0L, 500L);
  }

  @Test
  void a_new_epoch_without_entries_asks_for_the_review_too() {
    channel.open(head(0));
    channel.compare(head(1));

    channel.fill(List.of(), false, 1);

    assertThat(reviews).hasSize(1);
  }

  @Test
  void an_entry_without_a_number_goes_out_at_once_or_behind_the_replay() {
    channel.open(head(1));
    Reader live = reader(OptionalLong.empty());
    Reader late = new Reader();
    Subscription subscription = new Subscription(late.connection, TARGET, channel);
    channel.add(subscription, OptionalLong.of(0), 3);

    channel.accept(new StreamEvent("board:b", 0, 0, "", "trace-1", "aside"));
    assertThat(live.got).containsExactly("aside");
    assertThat(late.got).isEmpty();

    subscription.send(1, "1");
    channel.join(subscription);
    assertThat(late.got).containsExactly("1", "aside");
  }

  @Test
  void an_entry_that_is_only_stored_is_passed_by() {
    channel.open(head(0));
    Reader reader = reader(OptionalLong.empty());

    events(1);
    channel.accept(new StreamEvent("board:b", 2, 0, "", "trace-1", ""));
    events(3);

    assertThat(reader.got).containsExactly("1", "3");
  }

  @Test
  void what_is_passed_on_counts_once_however_it_came_and_however_many_follow() {
    channel.open(head(0));
    reader(OptionalLong.empty());
    reader(OptionalLong.empty());

    events(1, 1, 4);
    channel.fill(stored(2, 4), false, 0);
    channel.accept(new StreamEvent("board:b", 5, 0, "", "trace-1", ""));
    channel.accept(new StreamEvent("board:b", 0, 0, "", "trace-1", "aside"));

    assertThat(passedOn).isEqualTo(5);
  }

  @Test
  void what_nobody_follows_is_not_passed_on() {
    channel.open(head(0));

    events(1, 2);

    assertThat(passedOn).isZero();
  }

  @Test
  void a_number_beyond_all_is_taken_for_the_last_one() {
    channel.open(head(5));
    Reader reader = reader(OptionalLong.of(100));

    events(6, 7);

    assertThat(reader.got).containsExactly("6", "7");
  }
}
