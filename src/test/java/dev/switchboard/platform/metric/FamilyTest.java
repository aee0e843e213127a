package dev.switchboard.platform.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

class FamilyTest {
  private final List<String> made = new ArrayList<>();
  private final Family<String> family = new Family<>(this::make, "kind", "outcome");

  private String make(Tag[] tags) {
    String name =
        Arrays.stream(tags)
            .map(tag -> tag.getTagName() + "=" + tag.getTagValue())
            .collect(Collectors.joining(" "));
    made.add(name);
    return name;
  }

  @Test
  void each_value_has_a_metric_of_its_own() {
    assertThat(family.of("post-message", "refused")).isEqualTo("kind=post-message outcome=refused");
    assertThat(family.of("post-message", "done")).isEqualTo("kind=post-message outcome=done");
  }

  @Test
  void a_metric_is_made_once() {
    family.of("a", "b");
    family.of("a", "b");

    assertThat(made).hasSize(1);
  }

  @Test
  void values_without_end_make_no_metrics_without_end() {
    for (int i = 0; i < 1_000; i++) {
      family.of("kind " + i, "done");
    }

    assertThat(made).hasSize(101).endsWith("kind=other outcome=other");
    assertThat(family.of("kind 0", "done")).isEqualTo("kind=kind 0 outcome=done");
    assertThat(family.of("kind 999", "done")).isEqualTo("kind=other outcome=other");
  }
}
