/** The migrations, run before the application uses the database. */
@NullMarked
package dev.switchboard.platform.schema;

import org.jspecify.annotations.NullMarked;
