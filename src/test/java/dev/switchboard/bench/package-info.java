/** The benchmark: load from cheap clients, and what it took and cost, as a table and plots. */
@NullMarked
package dev.switchboard.bench;

import org.jspecify.annotations.NullMarked;
