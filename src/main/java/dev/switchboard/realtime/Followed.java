package dev.switchboard.realtime;

/**
 * A subscription that a client asked for, and what it is told of it.
 *
 * @param last the number of the last entry that the replay ends with, or that it begins behind
 * @param replayed how many entries the replay brings
 */
record Followed(Subscription subscription, long last, long replayed) {}
