package dev.switchboard.chat;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows permissions: a user's own, and a chat's to its owners. */
@ApplicationScoped
class PermissionLists {
  private final PermissionRepository repository;
  private final Access access;

  @SuppressWarnings("NullAway")
  PermissionLists() {
    this(null, null);
  }

  @Inject
  PermissionLists(PermissionRepository repository, Access access) {
    this.repository = repository;
    this.access = access;
  }

  PermissionList ofUser(Caller caller, String userId, Limit limit, @Nullable String cursor) {
    if (!caller.mayActFor(userId)) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "You may not see the permissions of another user.");
    }
    return page(
        repository.ofUser(userId, start(cursor), limit.plusOne()), limit, PermissionView::chatId);
  }

  PermissionList ofChat(Caller caller, String chatId, Limit limit, @Nullable String cursor) {
    access.requireGrant(caller, chatId);
    return page(
        repository.ofChat(chatId, start(cursor), limit.plusOne()), limit, PermissionView::userId);
  }

  private static String start(@Nullable String cursor) {
    return Cursor.parse(cursor).map(start -> start.key(0, ChatForm::storable)).orElse("");
  }

  private static PermissionList page(
      List<PermissionView> rows, Limit limit, Function<PermissionView, String> key) {
    Page<PermissionView> page = Page.of(rows, limit, last -> Cursor.after(key.apply(last)));
    return new PermissionList(page.items(), page.next());
  }
}
