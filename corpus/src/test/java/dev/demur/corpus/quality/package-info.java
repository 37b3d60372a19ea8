@NullMarked
package dev.demur.corpus.quality;

import org.jspecify.annotations.NullMarked;
