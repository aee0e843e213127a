package dev.switchboard.room;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * The end of a history.
 *
 * @param messages the oldest first
 * @param hasMore whether there are older ones, not asked for or left out
 */
record LatestMessages(List<JsonObject> messages, boolean hasMore) {}
