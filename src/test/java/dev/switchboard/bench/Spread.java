package dev.switchboard.bench;

import java.util.List;
import java.util.Locale;

/** The median of the rounds, with the least and the most. */
record Spread(double median, double least, double most) {

  /** Of an even number the mean of the two in the middle; nothing is not a number. */
  static Spread of(List<Double> values) {
    List<Double> known = values.stream().filter(it -> !it.isNaN()).sorted().toList();
    int size = known.size();
    if (size == 0) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
    double median = (known.get((size - 1) / 2) + known.get(size / 2)) / 2;
    return new Spread(median, known.get(0), known.get(size - 1));
  }

  /** As {@code 19.7 [18.4–33.6]}; one value alone without a range, and nothing as a dash. */
  String text(int decimals) {
    if (Double.isNaN(median)) {
      return "-";
    }
    String middle = text(median, decimals);
    return least == most
        ? middle
        : "%s [%s–%s]".formatted(middle, text(least, decimals), text(most, decimals));
  }

  private static String text(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
