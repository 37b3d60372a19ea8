/// What trained adapters give away about members, before a removal and after it: canaries,
/// extraction with and without the guard, membership inference. Only for public or generated text.
///
/// Open [dev.demur.assist.privacy.PrivacyEvaluation] first; the mathematics is in
/// [dev.demur.learn.privacy.LikelihoodRatio] and beside it.
@NullMarked
package dev.demur.assist.privacy;

import org.jspecify.annotations.NullMarked;
