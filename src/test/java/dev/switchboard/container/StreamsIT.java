package dev.switchboard.container;

import static java.util.stream.LongStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.stream.Draft;
import dev.switchboard.stream.Entry;
import dev.switchboard.stream.Heads;
import dev.switchboard.stream.History;
import dev.switchboard.stream.StreamName;
import dev.switchboard.stream.Streams;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("in-container")
@ExtendWith(ArquillianExtension.class)
class StreamsIT {
  private static final int TRANSACTIONS = 20;

  private final StreamName stream = new StreamName("board", UUID.randomUUID().toString());

  @Inject private Streams streams;
  @Inject private History history;
  @Inject private Heads heads;
  @Inject private UserTransaction transaction;
  @Inject private AtOnce atOnce;

  @Deployment
  static WebArchive application() {
    return TestedApplication.war();
  }

  @Test
  void who_takes_a_number_sees_every_number_in_front_of_it() throws Exception {
    List<List<Long>> seen = atOnce.run(TRANSACTIONS, i -> () -> append(true));

    assertThat(seen).allSatisfy(numbers -> assertThat(numbers).isEqualTo(upTo(numbers.size())));
    assertThat(seen).extracting(List::size).doesNotHaveDuplicates();
    assertThat(numbers()).isEqualTo(upTo(TRANSACTIONS));
  }

  @Test
  void each_entry_is_stored_later_than_the_one_in_front() throws Exception {
    atOnce.run(TRANSACTIONS, i -> () -> append(true));

    assertThat(entries()).extracting(Entry::storedAt).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_transaction_that_is_rolled_back_leaves_no_hole() throws Exception {
    atOnce.run(TRANSACTIONS, i -> () -> append(i % 2 == 0));

    assertThat(numbers()).isEqualTo(upTo(TRANSACTIONS / 2));
    assertThat(heads.of(stream).number()).isEqualTo(TRANSACTIONS / 2);
  }

  @Test
  void nothing_is_appended_outside_a_transaction() {
    assertThatExceptionOfType(TransactionalException.class)
        .isThrownBy(() -> streams.append(List.of(draft())));
  }

  /** Appends in a transaction of its own; the numbers that this one sees after that. */
  private List<Long> append(boolean commit) throws Exception {
    transaction.begin();
    try {
      streams.append(List.of(draft()));
      return numbers();
    } finally {
      if (commit) {
        transaction.commit();
      } else {
        transaction.rollback();
      }
    }
  }

  private Draft draft() {
    return new Draft(UUID.randomUUID(), stream, "ann", null, true, true, place -> "{}");
  }

  private List<Long> numbers() {
    return entries().stream().map(Entry::number).toList();
  }

  private List<Entry> entries() {
    return history.after(stream, null, 0, TRANSACTIONS + 1);
  }

  private static List<Long> upTo(long last) {
    return rangeClosed(1, last).boxed().toList();
  }
}
