/// Lets a text state about a member only what the member's own records say.
///
/// Open [dev.demur.assist.ground.Grounding] first.
@NullMarked
package dev.demur.assist.ground;

import org.jspecify.annotations.NullMarked;
