/// Archives of X, Twitter before: script files that assign JSON, since 2011.
///
/// Open [dev.demur.archive.x.XReading] first.
@NullMarked
package dev.demur.archive.x;

import org.jspecify.annotations.NullMarked;
