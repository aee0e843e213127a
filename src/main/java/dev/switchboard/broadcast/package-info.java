/** What a service or an administrator tells everybody who is connected. */
@NullMarked
package dev.switchboard.broadcast;

import org.jspecify.annotations.NullMarked;
