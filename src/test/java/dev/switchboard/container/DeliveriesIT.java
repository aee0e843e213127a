package dev.switchboard.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.switchboard.bus.Command;
import dev.switchboard.bus.DeadLetters;
import dev.switchboard.bus.Deliveries;
import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import dev.switchboard.bus.Operation;
import dev.switchboard.bus.Operations;
import dev.switchboard.bus.Refusal;
import dev.switchboard.platform.Ids;
import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.sql.Sql;
import dev.switchboard.stream.Draft;
import dev.switchboard.stream.Heads;
import dev.switchboard.stream.Place;
import dev.switchboard.stream.StreamName;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.StreamMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However often a command comes, its effect is stored once. */
@Tag("in-container")
@ExtendWith(ArquillianExtension.class)
class DeliveriesIT {

  /** Its effect is an entry with an id of its own, which no index would keep from coming twice. */
  public record MakeEntry(UUID id, String author) implements Command {}

  /** One that has dead letters. */
  private static final String QUEUE = "switchboard.boards";

  private final StreamName stream = new StreamName("board", UUID.randomUUID().toString());

  @Resource(lookup = "jms/switchboard")
  private ConnectionFactory connections;

  @Inject private Deliveries deliveries;
  @Inject private DeadLetters deadLetters;
  @Inject private Operations operations;
  @Inject private Heads heads;
  @Inject private Json json;
  @Inject private Ids ids;
  @Inject private Sql sql;
  @Inject private AtOnce atOnce;
  @Inject private MetricRegistry metrics;

  @Deployment
  static WebArchive application() {
    return TestedApplication.war();
  }

  @Test
  void a_command_that_comes_again_is_not_carried_out_again() throws JMSException {
    MakeEntry command = new MakeEntry(ids.next(), "ann");

    deliver(command, this::store);
    deliver(command, this::store);

    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void a_command_of_several_streams_that_comes_again_has_all_of_them_told_again()
      throws JMSException {
    StreamName other = new StreamName("board", UUID.randomUUID().toString());
    MakeEntry command = new MakeEntry(ids.next(), "ann");
    Handler<MakeEntry> inBoth =
        made -> Effect.append("/entry", event(made, stream), event(made, other));

    try (JMSContext context = connections.createContext()) {
      JMSConsumer events = context.createConsumer(context.createTopic("switchboard.events"));

      deliver(command, inBoth);
      assertThat(told(events)).containsExactly(stream.toString(), other.toString());

      deliver(command, inBoth);
      assertThat(told(events)).containsExactlyInAnyOrder(stream.toString(), other.toString());
    }
  }

  private static Draft event(MakeEntry command, StreamName stream) {
    return Draft.event(command.id(), stream, command.author(), place -> "{}");
  }

  @Test
  void what_a_refusal_among_several_brings_about_is_told_under_the_trace_of_its_command()
      throws JMSException {
    MakeEntry made = new MakeEntry(ids.next(), "ann");
    MakeEntry refused = new MakeEntry(ids.next(), "ann");

    try (JMSContext context = connections.createContext()) {
      JMSConsumer events = context.createConsumer(context.createTopic("switchboard.events"));

      deliveries.carryOut(
          together(context, made, refused), MakeEntry.class, new RefusingOne(refused.id()));

      assertThat(toldUnder(events)).containsExactly("trace-" + made.id(), "trace-" + refused.id());
    }
  }

  /** As the door sends commands that come at the same time. */
  private Message together(JMSContext context, MakeEntry... commands) throws JMSException {
    StreamMessage message = context.createStreamMessage();
    message.setJMSDestination(context.createQueue("switchboard.made-entries"));
    message.setIntProperty("switchboard_count", commands.length);
    for (MakeEntry command : commands) {
      message.writeString(command.id().toString());
      message.writeString("make-entry");
      message.writeString(command.author());
      message.writeString("trace-" + command.id());
      message.writeString(json.write(command));
    }
    message.reset();
    return message;
  }

  private final class RefusingOne implements Handler<MakeEntry> {
    private final UUID refused;

    RefusingOne(UUID refused) {
      this.refused = refused;
    }

    @Override
    public Effect carryOut(MakeEntry command) {
      if (command.id().equals(refused)) {
        throw new Refusal("never");
      }
      return store(command);
    }

    @Override
    public List<Draft> onFailure(MakeEntry command, String error) {
      return List.of(event(command, stream));
    }
  }

  private record Told(String stream, String trace) {}

  /** The streams of the next message to the nodes that tells of our stream. */
  private List<String> told(JMSConsumer events) throws JMSException {
    return next(events).stream().map(Told::stream).toList();
  }

  /** The traces of that message. */
  private List<String> toldUnder(JMSConsumer events) throws JMSException {
    return next(events).stream().map(Told::trace).toList();
  }

  private List<Told> next(JMSConsumer events) throws JMSException {
    List<Told> all = List.of();
    while (all.stream().noneMatch(each -> each.stream().equals(stream.toString()))) {
      all = read(Objects.requireNonNull(events.receive(60_000), "nothing is told"));
    }
    return all;
  }

  private static List<Told> read(Message message) throws JMSException {
    StreamMessage events = (StreamMessage) message;
    List<Told> all = new ArrayList<>();
    for (int i = 0; i < events.getIntProperty("switchboard_count"); i++) {
      String stream = events.readString();
      events.readLong();
      events.readLong();
      events.readString();
      all.add(new Told(stream, events.readString()));
      events.readString();
    }
    return all;
  }

  @Test
  void a_command_that_several_beans_get_at_once_is_carried_out_by_one() throws Exception {
    MakeEntry command = new MakeEntry(ids.next(), "ann");

    atOnce.run(8, i -> () -> deliver(command, this::store));

    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void a_command_that_was_refused_is_not_judged_again_when_it_comes_again() throws JMSException {
    MakeEntry command = new MakeEntry(ids.next(), "ann");
    Refusing refusing = new Refusing(stream);

    deliver(command, refusing);
    deliver(command, refusing);
    deliver(command, this::store);

    assertThat(refusing.asked).isEqualTo(1);
    assertThat(entries()).as("what its author is told").isEqualTo(1);
    assertThat(operations.find(command.id()).map(Operation::status)).contains("failed");
  }

  /** Says no, and tells the author so. */
  private static final class Refusing implements Handler<MakeEntry> {
    private final StreamName stream;
    private int asked;

    Refusing(StreamName stream) {
      this.stream = stream;
    }

    @Override
    public Effect carryOut(MakeEntry command) {
      asked++;
      throw new Refusal("never");
    }

    @Override
    public List<Draft> onFailure(MakeEntry command, String error) {
      return List.of(event(command, stream));
    }
  }

  @Test
  void nothing_is_left_of_a_try_that_failed() {
    MakeEntry command = new MakeEntry(ids.next(), "ann");

    assertThatException().isThrownBy(() -> deliver(command, this::storeAndFail));

    assertThat(entries()).isZero();
    assertThat(operations.find(command.id())).isEmpty();
  }

  @Test
  void a_try_after_one_that_failed_carries_the_command_out() throws JMSException {
    MakeEntry command = new MakeEntry(ids.next(), "ann");

    assertThatException().isThrownBy(() -> deliver(command, this::storeAndFail));
    deliver(command, this::store);

    assertThat(entries()).isEqualTo(1);
    assertThat(operations.find(command.id()).map(Operation::status)).contains("succeeded");
  }

  @Test
  void a_command_that_failed_is_known_to_have_failed_also_when_its_first_message_comes_again()
      throws JMSException {
    MakeEntry command = new MakeEntry(ids.next(), "ann");
    sql.update(
        "insert into operation (id, kind, author, status, created_at)"
            + " values (?, 'make-entry', 'ann', 'pending', now())",
        command.id());

    assertThatException().isThrownBy(() -> deliver(command, this::storeAndFail));
    assertThat(operations.find(command.id()).map(Operation::status)).contains("pending");
    assertThat(operations.find(command.id()).flatMap(Operation::error)).isEmpty();
    deliver(command, new Overtaken());

    assertThat(operations.find(command.id()).flatMap(Operation::error)).contains("overtaken");
  }

  /** Tells a first try from another. */
  private static final class Overtaken implements Handler<MakeEntry> {

    @Override
    public Effect carryOut(MakeEntry command) {
      throw new Refusal("as if for the first time");
    }

    @Override
    public Effect carryOutAgain(MakeEntry command) {
      throw new Refusal("overtaken");
    }
  }

  @Test
  void a_command_that_several_beans_give_up_at_once_is_told_of_and_counted_once() throws Exception {
    MakeEntry command = new MakeEntry(ids.next(), "ann");
    long before = givenUp();

    atOnce.run(8, i -> () -> deliver(lastTryOf(command), new Failing(stream)));

    assertThat(entries()).isEqualTo(1);
    assertThat(givenUp()).isEqualTo(before + 1);
    assertThat(operations.find(command.id()).map(Operation::status)).contains("failed");
    deadLetters.page(QUEUE, Optional.empty(), Limit.of("100")).items().stream()
        .filter(letter -> String.valueOf(letter.body()).contains(command.id().toString()))
        .forEach(letter -> deadLetters.remove(letter.id()));
  }

  /** How many of our commands were counted as given up. */
  private long givenUp() {
    Map<String, String> labels = Map.of("kind", "make-entry", "outcome", "given_up");
    return metrics
        .getCounters((id, metric) -> id.getTags().entrySet().containsAll(labels.entrySet()))
        .values()
        .stream()
        .mapToLong(Counter::getCount)
        .sum();
  }

  private Message lastTryOf(MakeEntry command) throws JMSException {
    try (JMSContext context = connections.createContext()) {
      Message message = message(context, command);
      message.setIntProperty("switchboard_failures", 2);
      message.setJMSDestination(context.createQueue(QUEUE));
      return message;
    }
  }

  private long deliver(Message message, Handler<MakeEntry> handler) {
    deliveries.carryOut(message, MakeEntry.class, handler);
    return entries();
  }

  /** Tells the author of what was given up. */
  private record Failing(StreamName stream) implements Handler<MakeEntry> {

    @Override
    public Effect carryOut(MakeEntry command) {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public List<Draft> onFailure(MakeEntry command, String error) {
      return List.of(event(command, stream));
    }
  }

  /** How many entries are stored, when this message is done with. */
  private long deliver(MakeEntry command, Handler<MakeEntry> handler) throws JMSException {
    try (JMSContext context = connections.createContext()) {
      Message message = message(context, command);
      message.setJMSDestination(context.createQueue("switchboard.made-entries"));
      return deliver(message, handler);
    }
  }

  private Message message(JMSContext context, MakeEntry command) throws JMSException {
    Message message = context.createTextMessage(json.write(command));
    message.setStringProperty("switchboard_id", command.id().toString());
    message.setStringProperty("switchboard_kind", "make-entry");
    message.setStringProperty("switchboard_author", command.author());
    return message;
  }

  private Effect store(MakeEntry command) {
    return Effect.append("/entry", draft(command, place -> "{}"));
  }

  private Effect storeAndFail(MakeEntry command) {
    return Effect.append(
        "/entry",
        draft(
            command,
            place -> {
              throw new IllegalStateException("on purpose");
            }));
  }

  private Draft draft(MakeEntry command, Function<Place, String> frame) {
    return new Draft(UUID.randomUUID(), stream, command.author(), null, true, true, frame);
  }

  private long entries() {
    return heads.of(stream).number();
  }
}
