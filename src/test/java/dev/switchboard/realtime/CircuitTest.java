package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final Circuit circuit = new Circuit(names, 10);

  @Test
  void few_names_come_each_time() {
    names.addAll(Set.of("a", "b"));

    assertThat(circuit.next()).containsExactlyInAnyOrder("a", "b");
    assertThat(circuit.next()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void of_many_names_each_comes_once_a_round() {
    IntStream.range(0, 25).forEach(i -> names.add("name " + i));

    Set<String> seen = new HashSet<>();
    assertThat(circuit.next()).hasSize(10).allMatch(seen::add);
    assertThat(circuit.next()).hasSize(10).allMatch(seen::add);
    assertThat(circuit.next()).hasSize(5).allMatch(seen::add);
    assertThat(circuit.next()).hasSize(10);
  }

  @Test
  void what_is_added_meanwhile_comes_in_the_next_round_at_the_latest() {
    IntStream.range(0, 15).forEach(i -> names.add("name " + i));
    circuit.next();

    names.add("new");

    Set<String> seen = new HashSet<>(circuit.next());
    seen.addAll(circuit.next());
    seen.addAll(circuit.next());
    assertThat(seen).contains("new");
  }

  @Test
  void nothing_comes_where_nothing_is() {
    assertThat(circuit.next()).isEmpty();
    names.add("later");
    assertThat(circuit.next()).containsExactly("later");
  }
}
