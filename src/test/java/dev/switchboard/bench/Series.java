package dev.switchboard.bench;

import java.util.NavigableMap;

/** A line of a chart: medians with their ranges. */
record Series(String name, NavigableMap<Double, Spread> points) {}
