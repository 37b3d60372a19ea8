/// Holds back what too few members support.
///
/// Open [dev.demur.assist.guard.Guard] first.
@NullMarked
package dev.demur.assist.guard;

import org.jspecify.annotations.NullMarked;
