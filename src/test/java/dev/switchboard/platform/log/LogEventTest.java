package dev.switchboard.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogEventTest {
  private final Logger logger = Logger.getLogger("dev.switchboard.event.subscribe");
  private final Records records = new Records();

  /** Keeps what is logged, with the fields that the server would write. */
  private static final class Records extends Handler {
    private final List<String> texts = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();

    @Override
    public void publish(LogRecord line) {
      texts.add(new SimpleFormatter().formatMessage(line));
      LogRecordContext.getExtensions(fields);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    logger.addHandler(records);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(records);
    logger.setLevel(null);
  }

  @Test
  void it_is_a_line_of_text_and_fields() {
    LogEvent.SUBSCRIBE.log("user", "u-1", "code", null, "last", 7L);

    assertThat(records.texts).containsExactly("subscribe user=u-1 last=7");
    assertThat(records.fields)
        .containsEntry("event", "subscribe")
        .containsEntry("user", "u-1")
        .containsEntry("last_long", "7")
        .doesNotContainKey("code");
  }

  @Test
  void its_fields_do_not_stay_on_the_thread() {
    LogEvent.SUBSCRIBE.log("user", "u-1");

    Map<String, String> left = new HashMap<>();
    LogRecordContext.getExtensions(left);
    assertThat(left).doesNotContainKeys("event", "user");
  }

  @Test
  void what_clients_name_cannot_begin_a_line() {
    LogEvent.SUBSCRIBE.log("stream", "room:a\r\n{\"forged\":1}");

    assertThat(records.texts).containsExactly("subscribe stream=room:a  {\"forged\":1}");
  }

  @Test
  void who_wants_none_gets_none() {
    logger.setLevel(Level.WARNING);

    LogEvent.SUBSCRIBE.log("user", "u-1");

    assertThat(LogEvent.SUBSCRIBE.isWanted()).isFalse();
    assertThat(records.texts).isEmpty();
  }
}
