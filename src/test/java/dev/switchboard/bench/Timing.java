package dev.switchboard.bench;

import java.time.Duration;

/** How long a scenario runs, and how long before that without being measured. */
record Timing(Duration warmUp, Duration length) {}
