package dev.switchboard.chat;

import java.time.Instant;

/** A user's role in a chat, as clients see it. */
public record PermissionView(
    String userId, String chatId, String role, String grantedBy, Instant grantedAt) {}
