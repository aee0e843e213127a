/** Message boards. */
@NullMarked
package dev.switchboard.board;

import org.jspecify.annotations.NullMarked;
