/** Keyset pages: a limit, an opaque cursor, and a link to the next page. */
@NullMarked
package dev.switchboard.platform.paging;

import org.jspecify.annotations.NullMarked;
