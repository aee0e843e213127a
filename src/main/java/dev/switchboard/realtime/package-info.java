/** The only package that speaks WebSocket: sessions, subscriptions, fan-out, replay. */
@NullMarked
package dev.switchboard.realtime;

import org.jspecify.annotations.NullMarked;
