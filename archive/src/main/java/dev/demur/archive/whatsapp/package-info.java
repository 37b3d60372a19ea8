/// WhatsApp's exported chats: lines of text whose dates nobody explains.
///
/// Open [dev.demur.archive.whatsapp.Chat] first.
@NullMarked
package dev.demur.archive.whatsapp;

import org.jspecify.annotations.NullMarked;
