package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;

import dev.switchboard.stream.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Texts that the database refuses to store in a stream until they are healed. Each has a sequence,
 * which counts the refusals: what a transaction takes from it stays taken. In the end, or after a
 * class of tests, all are healed, and what became dead letters is removed.
 */
public final class Spoilage implements AutoCloseable, AfterAllCallback {

  /** What a class of tests locks that spoils texts: there is one spoilage at a time. */
  public static final String LOCK = "spoilage";

  /** What the database says of a text that it refuses. */
  public static final String REASON = "this text is spoilt";

  /**
   * Locks as whoever stores does, the whole before its parts: otherwise they wait for each other.
   */
  private static final String CLEAR =
      """
      do $clear$ begin
        lock table stream_entry in access exclusive mode;
        drop schema if exists spoilage cascade;
      end $clear$
      """;

  private static final String PLANT =
      """
      do $plant$ begin
      lock table stream_entry in access exclusive mode;
      create schema spoilage;
      create table spoilage.spoilt (text varchar primary key);
      create function spoilage.refuse() returns trigger language plpgsql as $$
      declare
        found varchar := (select text from spoilage.spoilt where strpos(new.frame, text) > 0);
      begin
        if found is not null then
          perform nextval(format('spoilage.%%I', found));
          raise exception '%s';
        end if;
        return new;
      end $$;
      create trigger spoilage before insert on stream_entry
        for each row execute function spoilage.refuse();
      end $plant$
      """
          .formatted(REASON);

  private static final String PREFIX = "spoilt-";

  private final TestDatabase database = TestDatabase.ofInstallation();

  public Spoilage() {
    database.execute(CLEAR);
    database.execute(PLANT);
  }

  /** A text like no other, spoilt. */
  public String text() {
    String text = PREFIX + UUID.randomUUID();
    database.execute("create sequence spoilage.\"" + text + "\"");
    database.execute("insert into spoilage.spoilt values (?)", text);
    return text;
  }

  /** From now on the text is stored; not before it was refused once. */
  public void heal(String text) {
    patiently().until(() -> database.holds("from spoilage.\"" + text + "\" where is_called"));
    database.execute("delete from spoilage.spoilt where text = ?", text);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    database.execute(CLEAR);
    DeadLetterBox letters = DeadLetterBox.ofInstallation();
    letters.ofAll(PREFIX).forEach(letters::remove);
  }
}
