package dev.switchboard.bench;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A chart with lines, drawn as SVG. */
record Chart(String title, Axis across, Axis up, List<Series> series) {
  private static final int LEFT = 70;
  private static final int TOP = 50;
  private static final int WIDTH = 520;
  private static final int HEIGHT = 300;
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

  String svg() {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 420" font-family="sans-serif" font-size="12">
    <rect width="760" height="420" fill="white"/>
    <text x="%d" y="25" font-size="16">%s</text>
    """
            .formatted(LEFT, title)
        + verticals()
        + horizontals()
        + IntStream.range(0, series.size()).mapToObj(this::line).collect(joining())
        + "</svg>\n";
  }

  private String verticals() {
    String lines =
        across.ticks().entrySet().stream()
            .map(
                it ->
                    rule(x(it.getKey()), TOP, x(it.getKey()), TOP + HEIGHT)
                        + text(x(it.getKey()), TOP + HEIGHT + 18, "middle", it.getValue()))
            .collect(joining());
    return lines + text(LEFT + WIDTH / 2.0, TOP + HEIGHT + 45, "middle", across.title());
  }

  private String horizontals() {
    String lines =
        up.ticks().entrySet().stream()
            .map(
                it ->
                    rule(LEFT, y(it.getKey()), LEFT + WIDTH, y(it.getKey()))
                        + text(LEFT - 8, y(it.getKey()) + 4, "end", it.getValue()))
            .collect(joining());
    return lines + text(LEFT, TOP - 8, "start", up.title());
  }

  private String line(int index) {
    String colour = COLOURS.get(index % COLOURS.size());
    Series drawn = series.get(index);
    String path =
        drawn.points().entrySet().stream()
            .map(it -> at(it.getKey(), it.getValue().median()))
            .collect(joining(" "));
    String marks =
        drawn.points().entrySet().stream()
            .map(it -> mark(it.getKey(), it.getValue()))
            .collect(joining());
    return "<g stroke=\"%s\" fill=\"none\"><polyline stroke-width=\"2\" points=\"%s\"/>%s</g>\n"
            .formatted(colour, path, marks)
        + legend(index, colour, drawn.name());
  }

  /** The median as a dot, the range as a stroke. */
  private String mark(double value, Spread spread) {
    String ends = at(value, spread.least()) + " " + at(value, spread.most());
    return format(
        "<polyline points=\"%s\"/><circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>",
        ends, x(value), y(spread.median()));
  }

  private static String legend(int index, String colour, String name) {
    int y = TOP + 14 + 20 * index;
    int x = LEFT + WIDTH + 20;
    return "<path d=\"M%d %dh18\" stroke=\"%s\" stroke-width=\"2\"/>\n".formatted(x, y - 4, colour)
        + text(x + 24, y, "start", name);
  }

  private static String rule(double x1, double y1, double x2, double y2) {
    return format("<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#ddd\"/>%n", x1, y1, x2, y2);
  }

  private static String text(double x, double y, String anchor, String text) {
    return format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
  }

  private String at(double value, double height) {
    return format("%.1f,%.1f", x(value), y(height));
  }

  private double x(double value) {
    return LEFT + WIDTH * across.place(value);
  }

  private double y(double value) {
    return TOP + HEIGHT * (1 - up.place(value));
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
