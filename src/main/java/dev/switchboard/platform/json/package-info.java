/** The one JSON-B configuration that every text of ours is written and read with. */
@NullMarked
package dev.switchboard.platform.json;

import org.jspecify.annotations.NullMarked;
