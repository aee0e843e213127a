/** Proves deliveries: compares what readers of streams received with what is stored. */
@NullMarked
package dev.switchboard.audit;

import org.jspecify.annotations.NullMarked;
