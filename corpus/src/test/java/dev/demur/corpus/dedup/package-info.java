@NullMarked
package dev.demur.corpus.dedup;

import org.jspecify.annotations.NullMarked;
