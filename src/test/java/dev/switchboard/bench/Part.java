package dev.switchboard.bench;

/** The processes of an installation whose cost is told apart. */
enum Part {
  SERVER,
  DATABASE,
  BROKER
}
