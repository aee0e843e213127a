package dev.switchboard.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogFileTest {
  private final LogFile file = new LogFile();

  @Test
  void frames_of_all_kinds_of_streams_are_understood() {
    read(
        """
        {"type":"welcome","connectionId":"c"}
        {"type":"subscribed","chatId":"a:b","lastSequence":0,"replayed":0}
        {"type":"subscribed","boardId":"b","lastSequence":0,"replayed":0}
        {"type":"subscribed","postId":"p","lastSequence":0,"replayed":0}
        {"type":"message","chatId":"a:b","message":{"messageId":"1","sequenceNumber":1}}
        {"type":"message","boardId":"b","message":{"id":"2","sequenceNumber":1}}
        {"type":"comment.created","data":{"postId":"p","comment":{}},"sequenceNumber":1}
        {"type":"pong"}
        {"type":"message","chatId":"a:b","message":{"messageId":"3"}}
        """);

    ReaderLog log = file.toReaderLog();
    assertThat(log.streams()).containsExactlyInAnyOrder("chat:a:b", "board:b", "post:p");
    assertThat(log.stretches("chat:a:b").get(0).received()).hasSize(1);
    assertThat(log.stretches("board:b").get(0).received().get(0).id()).hasValue("2");
    assertThat(log.stretches("post:p").get(0).received().get(0).id()).isEmpty();
  }

  @Test
  void a_new_connection_begins_new_stretches() {
    read(
        """
        {"type":"welcome"}
        {"type":"subscribed","chatId":"a","lastSequence":0,"replayed":0}
        {"type":"message","chatId":"a","message":{"messageId":"1","sequenceNumber":1}}
        {"type":"welcome"}
        {"type":"subscribed","chatId":"a","lastSequence":2,"replayed":1}
        {"type":"message","chatId":"a","message":{"messageId":"2","sequenceNumber":2}}
        """);
    StoredStream stored = new StoredStream(2);
    stored.add(1, "1", true);
    stored.add(2, "2", true);

    ReaderLog log = file.toReaderLog();
    assertThat(log.stretches("chat:a")).hasSize(2);
    assertThat(DeliveryAudit.toTheEnd().compare(log, "chat:a", stored).areClean()).isTrue();
  }

  @Test
  void what_the_client_asked_for_goes_before_what_it_was_told() {
    read(
        """
        {"action":"subscribe","chatId":"a","since":0}
        {"type":"subscribed","chatId":"a","lastSequence":2,"replayed":0}
        """);
    StoredStream stored = new StoredStream(2);
    stored.add(1, "1", true);
    stored.add(2, "2", true);

    assertThat(DeliveryAudit.toTheEnd().compare(file.toReaderLog(), "chat:a", stored).holes())
        .isEqualTo(2);
  }

  @Test
  void a_subscription_without_since_does_not_take_that_of_an_unanswered_one() {
    read(
        """
        {"action":"subscribe","chatId":"a","since":0}
        {"type":"welcome"}
        {"action":"subscribe","chatId":"a"}
        {"type":"subscribed","chatId":"a","lastSequence":2,"replayed":0}
        """);
    StoredStream stored = new StoredStream(2);
    stored.add(1, "1", true);
    stored.add(2, "2", true);

    assertThat(DeliveryAudit.toTheEnd().compare(file.toReaderLog(), "chat:a", stored).holes())
        .isZero();
  }

  @Test
  void a_line_that_is_no_object_is_refused() {
    assertThatThrownBy(() -> file.add("garbage")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> file.add("[]")).isInstanceOf(IllegalArgumentException.class);
  }

  private void read(String lines) {
    lines.lines().forEach(file::add);
  }
}
