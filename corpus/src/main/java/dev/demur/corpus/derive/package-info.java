/// What one holder's records give to training: a pure function of the records, the program, the
/// facts of the people they name, and the instant. Open [dev.demur.corpus.derive.Derivation].
@NullMarked
package dev.demur.corpus.derive;

import org.jspecify.annotations.NullMarked;
