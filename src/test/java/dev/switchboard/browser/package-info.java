/** The web application and its client, tried in a real browser. */
@NullMarked
package dev.switchboard.browser;

import org.jspecify.annotations.NullMarked;
