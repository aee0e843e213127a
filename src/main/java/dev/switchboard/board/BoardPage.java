package dev.switchboard.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a page of boards, for the API's description. */
record BoardPage(List<BoardView> items, @Nullable String next) {}
