/** The only package that speaks JMS: commands in, events out. */
@NullMarked
package dev.switchboard.bus;

import org.jspecify.annotations.NullMarked;
