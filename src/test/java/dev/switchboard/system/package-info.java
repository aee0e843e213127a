/** What a client sees of the running system, tried over HTTP and WebSocket only. */
@NullMarked
package dev.switchboard.system;

import org.jspecify.annotations.NullMarked;
