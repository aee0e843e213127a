package dev.switchboard.realtime;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * The end of a list, as it goes into one answer.
 *
 * @param items the oldest first
 * @param hasMore whether there are older ones, not asked for or left out
 */
public record Latest(List<JsonObject> items, boolean hasMore) {}
