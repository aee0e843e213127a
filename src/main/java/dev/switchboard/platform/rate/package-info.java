/** Token buckets per user, per address and per connection. */
@NullMarked
package dev.switchboard.platform.rate;

import org.jspecify.annotations.NullMarked;
