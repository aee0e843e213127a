/** What every feature stands on; it knows no word of the business. */
@NullMarked
package dev.switchboard.platform;

import org.jspecify.annotations.NullMarked;
