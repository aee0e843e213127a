/** Chat rooms, open to everybody signed in; a room is nothing but its stream. */
@NullMarked
package dev.switchboard.room;

import org.jspecify.annotations.NullMarked;
