package dev.switchboard.bench;

/** What is measured: its column in the table and the decimals that it is shown with. */
enum Measure {
  MESSAGES("messages/s", 0),
  DELIVERIES("deliveries/s", 0),
  P50("p50 ms", 2),
  P90("p90 ms", 2),
  P99("p99 ms", 1),
  P999("p99.9 ms", 1),
  MAX("max ms", 0),
  SERVER_MESSAGE("server µs/message", 0),
  SERVER_DELIVERY("server µs/delivery", 1),
  DATABASE_MESSAGE("database µs/message", 0),
  BROKER_MESSAGE("broker µs/message", 0),
  CLIENT("client cores", 2),
  CONNECTS("connects/s", 0),
  SERVER_CONNECT("server µs/connect", 0),
  RESIDENT_BEFORE("RSS before MB", 0),
  RESIDENT_AFTER("RSS after MB", 0),
  RESIDENT("RSS kB/connection", 1),
  LIVE("live heap kB/connection", 1);

  private final String column;
  private final int decimals;

  Measure(String column, int decimals) {
    this.column = column;
    this.decimals = decimals;
  }

  String column() {
    return column;
  }

  int decimals() {
    return decimals;
  }

  /** Whether it is for the plot alone. */
  boolean isHidden() {
    return this == P90 || this == P999;
  }
}
