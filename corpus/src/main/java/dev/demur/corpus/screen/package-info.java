/// Finds text about what nobody may be asked: health, belief, politics and the like. Open
/// [dev.demur.corpus.screen.SpecialCategoryScreen] first.
@NullMarked
package dev.demur.corpus.screen;

import org.jspecify.annotations.NullMarked;
