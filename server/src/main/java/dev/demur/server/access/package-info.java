/// Who may do what: one table of routes, sign-in, tokens, limits, and the trail of looks. Start
/// with [dev.demur.server.access.Route].
@NullMarked
package dev.demur.server.access;

import org.jspecify.annotations.NullMarked;
