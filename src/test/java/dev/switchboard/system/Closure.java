package dev.switchboard.system;

/** How a socket ended: the code and reason of the close frame, or 1006 if there was none. */
record Closure(int code, String reason) {}
