package dev.switchboard.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bus.Change;
import dev.switchboard.platform.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoteEventTest {

  @Test
  void it_is_by_the_user_in_whose_name_the_command_came() {
    UUID id = new Ids().next();
    ChangeNote command =
        new ChangeNote(id, "robot's id", Change.CREATE, id, "ann's id", "ann", "one", false);

    assertThat(NoteEvent.failed(command, "why").in(Feed.of("ann's id"), command).author())
        .isEqualTo("ann's id");
  }
}
