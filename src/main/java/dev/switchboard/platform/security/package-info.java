/** Who calls, and what the browser may do with the answer. */
@NullMarked
package dev.switchboard.platform.security;

import org.jspecify.annotations.NullMarked;
