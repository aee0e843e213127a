package dev.switchboard.realtime;

/**
 * What goes on over the socket.
 *
 * @param connections how many are open
 * @param subscriptions begun within the last minute
 * @param broadcasts events of the last minute that somebody followed; one counts on each node that
 *     passed it on
 * @param staleRemovals connections removed within the last minute whose clients had fallen silent,
 *     those of nodes that died included
 */
public record Figures(long connections, long subscriptions, long broadcasts, long staleRemovals) {}
