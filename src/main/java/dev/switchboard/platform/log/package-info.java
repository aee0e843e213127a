/** What the log tells of events, and the trace that ties its lines together. */
@NullMarked
package dev.switchboard.platform.log;

import org.jspecify.annotations.NullMarked;
