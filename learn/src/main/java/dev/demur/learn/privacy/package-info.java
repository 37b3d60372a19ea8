/// What a trained model gives away about those it learnt from: the mathematics of the attacks, and
/// the shadow models that they are calibrated on. Only for public or generated text.
///
/// Open [dev.demur.learn.privacy.LikelihoodRatio] and [dev.demur.learn.privacy.RocCurve] first,
/// then [dev.demur.learn.privacy.Exposure]; `docs/privacy.md` says what is measured and how.
@NullMarked
package dev.demur.learn.privacy;

import org.jspecify.annotations.NullMarked;
