/** What clients measure at their end, seen on {@code /metrics}. */
@NullMarked
package dev.switchboard.measurement;

import org.jspecify.annotations.NullMarked;
