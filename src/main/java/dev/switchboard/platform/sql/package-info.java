/** SQL by JDBC, where one statement is to work on many rows. */
@NullMarked
package dev.switchboard.platform.sql;

import org.jspecify.annotations.NullMarked;
