/// Pages and the HTTP API; the only module that knows Spring.
///
/// Open [dev.demur.server.DemurServer] first, then [dev.demur.server.MemberPages]. Pages are JTE
/// templates compiled to Java and work without JavaScript.
@NullMarked
package dev.demur.server;

import org.jspecify.annotations.NullMarked;
