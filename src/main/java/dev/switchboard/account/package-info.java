/** Users, their credentials and the tokens they get. */
@NullMarked
package dev.switchboard.account;

import org.jspecify.annotations.NullMarked;
