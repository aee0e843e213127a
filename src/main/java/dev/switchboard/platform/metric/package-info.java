/** What this node counts and measures, for {@code /metrics}. */
@NullMarked
package dev.switchboard.platform.metric;

import org.jspecify.annotations.NullMarked;
