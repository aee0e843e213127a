/** Chats: who may read and write, and messages that are kept for a time. */
@NullMarked
package dev.switchboard.chat;

import org.jspecify.annotations.NullMarked;
