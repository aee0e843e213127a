/** Notes: changed by command, told to their authors and, where they are public, to all. */
@NullMarked
package dev.switchboard.note;

import org.jspecify.annotations.NullMarked;
