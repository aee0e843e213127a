package dev.switchboard.bus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyTextTest {

  @Test
  void secrets_are_hidden_wherever_they_stand() {
    BodyText body =
        new BodyText(
            "{\"email\":\"a@b\",\"passwordHash\":\"$argon2id$x\","
                + "\"inner\":[{\"accessToken\":\"ey\",\"n\":1}]}");

    assertThat(body.withoutSecrets())
        .isEqualTo(
            "{\"email\":\"a@b\",\"passwordHash\":\"(hidden)\","
                + "\"inner\":[{\"accessToken\":\"(hidden)\",\"n\":1}]}");
  }

  @Test
  void what_is_not_an_object_stays_as_it_is() {
    for (String text : new String[] {"", "{not json", "[]", "null"}) {
      assertThat(new BodyText(text).withoutSecrets()).isEqualTo(text);
    }
  }

  @Test
  void secrets_are_hidden_in_what_is_no_object() {
    assertThat(new BodyText("[{\"password\":\"x\"}]").withoutSecrets())
        .isEqualTo("[{\"password\":\"(hidden)\"}]");
    assertThat(new BodyText("{\"password\":\"x").withoutSecrets()).isEqualTo("(hidden)");
  }

  @Test
  void what_is_nested_without_end_is_no_json() {
    String deep = "{\"x\":" + "[".repeat(100_000);

    assertThat(new BodyText(deep).withoutSecrets()).isEqualTo(deep);
    assertThat(new BodyText(deep).texts()).containsExactly(deep);
  }
}
