/// What of a text is worth training on: the writer's own words, and no filler. Fixed rules, which
/// know of nobody else's text. Open [dev.demur.corpus.quality.QualityRules] or
/// [dev.demur.corpus.quality.Quotes].
@NullMarked
package dev.demur.corpus.quality;

import org.jspecify.annotations.NullMarked;
