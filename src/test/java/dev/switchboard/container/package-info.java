/** Tests inside the server, with the application's own beans. */
@NullMarked
package dev.switchboard.container;

import org.jspecify.annotations.NullMarked;
