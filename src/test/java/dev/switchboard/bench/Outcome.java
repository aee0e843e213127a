package dev.switchboard.bench;

import java.util.Map;

/** What one run of a scenario showed; a figure that could not be had is not a number. */
record Outcome(String scenario, Map<Measure, Double> figures, Findings findings) {}
