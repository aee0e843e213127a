package dev.switchboard.board;

import java.time.Instant;
import java.util.UUID;

/** A board as clients see it. */
public record BoardView(UUID id, String name, String createdBy, Instant createdAt) {}
