package dev.switchboard.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * An axis of a chart, from its first tick to its last.
 *
 * @param ticks labels by their values
 */
record Axis(String title, boolean isLogarithmic, NavigableMap<Double, String> ticks) {
  private static final int STEPS = 5;
  private static final MathContext DIGITS = new MathContext(6);

  /** Of these values alone, at equal ratios. */
  static Axis of(String title, Map<Double, String> labels) {
    return new Axis(title, true, new TreeMap<>(labels));
  }

  /** From the power of ten below the least to that above the most. */
  static Axis powersOfTen(String title, double least, double most) {
    double first = Math.floor(Math.log10(least));
    double last = Math.max(first + 1, Math.ceil(Math.log10(most)));
    return new Axis(
        title,
        true,
        labelled(DoubleStream.iterate(first, it -> it <= last, it -> it + 1).map(Axis::power)));
  }

  /** From 0 to a round number that is not below the most. */
  static Axis fromZero(String title, double most) {
    double power = power(Math.floor(Math.log10(most / STEPS)));
    double step =
        DoubleStream.of(1, 2, 5, 10)
            .map(it -> it * power)
            .filter(it -> it * STEPS >= most)
            .findFirst()
            .orElse(10 * power);
    double last = Math.ceil(most / step);
    return new Axis(
        title,
        false,
        labelled(DoubleStream.iterate(0, it -> it <= last, it -> it + 1).map(it -> it * step)));
  }

  /** Where a value lies: at 0 the first tick, at 1 the last. */
  double place(double value) {
    double first = scaled(ticks.firstKey());
    double last = scaled(ticks.lastKey());
    return (scaled(value) - first) / (last - first);
  }

  private double scaled(double value) {
    return isLogarithmic ? Math.log10(value) : value;
  }

  private static double power(double exponent) {
    return Math.pow(10, exponent);
  }

  private static NavigableMap<Double, String> labelled(DoubleStream values) {
    NavigableMap<Double, String> ticks = new TreeMap<>();
    values.forEach(it -> ticks.put(it, label(it)));
    return ticks;
  }

  private static String label(double value) {
    return value == 0 ? "0" : new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
  }
}
