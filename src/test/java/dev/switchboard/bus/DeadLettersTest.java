package dev.switchboard.bus;

import static dev.switchboard.bus.EmbeddedBroker.DEAD;
import static dev.switchboard.bus.EmbeddedBroker.OTHER_DEAD;
import static dev.switchboard.bus.EmbeddedBroker.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.Waiting;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private static final Limit ALL = new Limit(100);

  private final List<UUID> reopened = new ArrayList<>();
  private EmbeddedBroker broker;
  private Sessions sessions;
  private DeadLetterOffice office;
  private DeadLetterQueues queues;
  private DeadLetters letters;

  @BeforeEach
  void start() throws Exception {
    broker = new EmbeddedBroker();
    sessions = Sessions.of(broker.connections());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    office = new DeadLetterOffice(sessions, clock);
    queues =
        new DeadLetterQueues(new BrokerManagement(sessions, Waiting.LIMIT), new UnderWay(clock));
    letters =
        new DeadLetters(
            queues,
            new DeadLetterBrowser(sessions),
            new DeadLetterMover(sessions),
            new Operations() {
              @Override
              void reopen(UUID id) {
                reopened.add(id);
              }
            });
  }

  @AfterEach
  void stop() throws Exception {
    broker.close();
  }

  @Test
  void a_letter_tells_what_failed_where_when_and_why() {
    UUID id = failed("{\"text\":\"hello\"}");

    DeadLetter letter = all(null).get(0);

    assertThat(letter.queue()).isEqualTo(QUEUE);
    assertThat(letter.kind()).isEqualTo("make-thing");
    assertThat(letter.deliveryCount()).isEqualTo(3);
    assertThat(letter.error()).isEqualTo("why");
    assertThat(letter.failedAt()).isEqualTo(NOW);
    assertThat(letter.body()).isEqualTo("{\"text\":\"hello\"}");
    assertThat(letter.id()).isNotEqualTo(id.toString()).doesNotStartWith("ID:");
  }

  @Test
  void a_letter_that_the_broker_put_away_is_listed_too() {
    put(DEAD, "not JSON", UUID.randomUUID());

    DeadLetter letter = all(QUEUE).get(0);

    assertThat(letter.body()).isEqualTo("not JSON");
    assertThat(letter.error()).contains("broker");
    assertThat(letter.deliveryCount()).isEqualTo(3);
  }

  @Test
  void a_letter_that_is_no_text_is_listed_without_a_body() {
    sessions.lend(
        session -> {
          Message bytes = session.createBytesMessage();
          session.createProducer(session.createQueue(DEAD)).send(bytes);
          return bytes;
        });

    DeadLetter letter = all(QUEUE).get(0);

    assertThat(letter.body()).isNull();
    assertThat(letter.kind()).isNull();
  }

  @Test
  void a_queue_goes_by_its_own_name_or_that_of_its_dead_letters() {
    failed("1");
    put(OTHER_DEAD, "2", UUID.randomUUID());

    assertThat(all(QUEUE)).hasSize(1);
    assertThat(all(DEAD)).hasSize(1);
    assertThat(all(null)).hasSize(2);
    assertThatThrownBy(() -> all("somebody.else")).satisfies(DeadLettersTest::isNotFound);
    assertThatThrownBy(() -> all("nowhere")).satisfies(DeadLettersTest::isNotFound);
  }

  @Test
  void pages_follow_each_other_through_all_queues() {
    for (int i = 1; i <= 5; i++) {
      failed(String.valueOf(i));
      put(OTHER_DEAD, "other " + i, UUID.randomUUID());
    }

    List<@Nullable String> bodies = new ArrayList<>();
    Page<DeadLetter> page = letters.page(null, Optional.empty(), new Limit(3));
    page.items().forEach(letter -> bodies.add(letter.body()));
    while (page.next() != null) {
      page = letters.page(null, Cursor.parse(page.next()), new Limit(3));
      page.items().forEach(letter -> bodies.add(letter.body()));
    }

    assertThat(bodies)
        .containsExactly(
            "other 1", "other 2", "other 3", "other 4", "other 5", "1", "2", "3", "4", "5");
  }

  @Test
  void the_next_page_is_whole_though_the_one_before_is_gone() {
    for (int i = 1; i <= 5; i++) {
      failed(String.valueOf(i));
    }
    Page<DeadLetter> first = letters.page(QUEUE, Optional.empty(), new Limit(3));

    first.items().forEach(letter -> letters.remove(letter.id()));
    Page<DeadLetter> second = letters.page(QUEUE, Cursor.parse(first.next()), new Limit(3));

    assertThat(second.items()).extracting(DeadLetter::body).containsExactly("4", "5");
    assertThat(second.next()).isNull();
  }

  @Test
  void a_replayed_letter_is_on_its_queue_as_it_was() throws JMSException {
    UUID id = failed("again");

    letters.replay(all(QUEUE).get(0).id());

    TextMessage message = (TextMessage) taken(QUEUE).get(0);
    assertThat(message.getText()).isEqualTo("again");
    assertThat(message.getStringProperty(Envelope.ID)).isEqualTo(id.toString());
    assertThat(message.getStringProperty(Envelope.KIND)).isEqualTo("make-thing");
    assertThat(message.getStringProperty(Envelope.AUTHOR)).isEqualTo("alice");
    assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo("group");
    assertThat(message.propertyExists("switchboard_error")).isFalse();
    assertThat(all(QUEUE)).isEmpty();
    assertThat(reopened).containsExactly(id);
  }

  @Test
  void a_letter_of_another_release_goes_back_in_the_format_that_it_has() throws JMSException {
    sessions.lend(
        session -> {
          TextMessage letter = session.createTextMessage("later");
          new Format(2).writeTo(letter);
          session.createProducer(session.createQueue(DEAD)).send(letter);
          return letter;
        });

    letters.replay(all(QUEUE).get(0).id());

    assertThat(Format.of(taken(QUEUE).get(0))).isEqualTo(new Format(2));
  }

  @Test
  void all_of_a_queue_go_back_in_order() {
    for (int i = 0; i < 250; i++) {
      failed(String.valueOf(i));
    }
    put(OTHER_DEAD, "stays", UUID.randomUUID());

    long replayed = letters.replayAll(DEAD);

    assertThat(replayed).isEqualTo(250);
    assertThat(taken(QUEUE))
        .extracting(message -> ((TextMessage) message).getText())
        .containsExactlyElementsOf(IntStream.range(0, 250).mapToObj(String::valueOf).toList());
    assertThat(reopened).hasSize(250);
    assertThat(all(null)).extracting(DeadLetter::body).containsExactly("stays");
  }

  @Test
  void nothing_goes_back_from_an_empty_queue() {
    assertThat(letters.replayAll(QUEUE)).isZero();
  }

  @Test
  void a_removed_letter_is_gone() {
    failed("1");
    failed("2");

    letters.remove(all(QUEUE).get(0).id());

    assertThat(all(QUEUE)).extracting(DeadLetter::body).containsExactly("2");
    assertThat(taken(QUEUE)).isEmpty();
  }

  @Test
  void an_id_that_is_none_is_not_found() {
    failed("1");

    for (String id : List.of(UUID.randomUUID().toString(), "none", "' OR TRUE OR '")) {
      assertThatThrownBy(() -> letters.replay(id)).satisfies(DeadLettersTest::isNotFound);
      assertThatThrownBy(() -> letters.remove(id)).satisfies(DeadLettersTest::isNotFound);
    }
    assertThat(all(null)).hasSize(1);
  }

  private List<DeadLetter> all(@Nullable String queue) {
    return letters.page(queue, Optional.empty(), ALL).items();
  }

  /** Puts a message on the queue, takes it as a listener does, and gives it up. */
  private UUID failed(String body) {
    UUID id = UUID.randomUUID();
    put(QUEUE, body, id);
    try {
      office.put(QUEUE, Parcel.unpack(taken(QUEUE).get(0)).get(0), "why", 3, id.toString());
    } catch (JMSException e) {
      throw new AssertionError(e);
    }
    return id;
  }

  private void put(String queue, String body, UUID id) {
    sessions.lend(
        session -> {
          TextMessage message = session.createTextMessage(body);
          new Envelope(id.toString(), "make-thing", "alice", "trace-1", "group").writeTo(message);
          session.createProducer(session.createQueue(queue)).send(message);
          return message;
        });
  }

  private List<Message> taken(String queue) {
    return sessions.lend(session -> receiveAll(session, queue));
  }

  private static List<Message> receiveAll(Session session, String queue) throws JMSException {
    List<Message> messages = new ArrayList<>();
    try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      Message message = consumer.receiveNoWait();
      while (message != null) {
        messages.add(message);
        message = consumer.receiveNoWait();
      }
    }
    return messages;
  }

  private static void isNotFound(Throwable failure) {
    assertThat(((ProblemException) Objects.requireNonNull(failure)).type())
        .isEqualTo(ProblemType.NOT_FOUND);
  }
}
