/** Errors as a catalogue, rendered as RFC 9457 problem details. */
@NullMarked
package dev.switchboard.platform.problem;

import org.jspecify.annotations.NullMarked;
