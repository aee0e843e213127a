/** Started, ready and live, as an orchestrator asks for them. */
@NullMarked
package dev.switchboard.platform.health;

import org.jspecify.annotations.NullMarked;
