package dev.switchboard.platform.metric;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The metrics of one name, one for each value of its labels. There are not more than so many,
 * whatever comes: the values beyond count together as {@code other}.
 *
 * @param <M> the type of metric
 */
public final class Family<M> {
  private static final int AT_MOST = 100;
  private static final String OTHER = "other";

  private final Function<Tag[], M> maker;
  private final List<String> labels;
  private final Map<List<String>, M> members = new ConcurrentHashMap<>();

  Family(Function<Tag[], M> maker, String... labels) {
    this.maker = maker;
    this.labels = List.of(labels);
  }

  /** The metric with these values of the labels, in their order. */
  public M of(String... values) {
    List<String> wanted = List.of(values);
    M member = members.get(wanted);
    return member == null ? add(wanted) : member;
  }

  private synchronized M add(List<String> wanted) {
    List<String> values =
        members.size() < AT_MOST ? wanted : Collections.nCopies(labels.size(), OTHER);
    return members.computeIfAbsent(values, this::make);
  }

  private M make(List<String> values) {
    return maker.apply(
        IntStream.range(0, labels.size())
            .mapToObj(i -> new Tag(labels.get(i), values.get(i)))
            .toArray(Tag[]::new));
  }
}
