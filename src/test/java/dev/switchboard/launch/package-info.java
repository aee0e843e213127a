/** The services of the one-command run and of the tests: database, broker and servers. */
@NullMarked
package dev.switchboard.launch;

import org.jspecify.annotations.NullMarked;
