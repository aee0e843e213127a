/** Ordered logs: numbering, storing, history. */
@NullMarked
package dev.switchboard.stream;

import org.jspecify.annotations.NullMarked;
