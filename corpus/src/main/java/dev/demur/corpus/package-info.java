/// From member records to a versioned, erasable corpus.
@NullMarked
package dev.demur.corpus;

import org.jspecify.annotations.NullMarked;
