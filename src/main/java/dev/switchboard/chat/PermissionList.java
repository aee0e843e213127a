package dev.switchboard.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of permissions.
 *
 * @param next the cursor of the next page, where there is one
 */
public record PermissionList(List<PermissionView> permissions, @Nullable String next) {}
