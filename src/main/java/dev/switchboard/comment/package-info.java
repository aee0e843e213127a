/** Live comments on posts. */
@NullMarked
package dev.switchboard.comment;

import org.jspecify.annotations.NullMarked;
