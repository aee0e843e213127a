/** What became of a command, and what an administrator sees and does. */
@NullMarked
package dev.switchboard.operations;

import org.jspecify.annotations.NullMarked;
