@NullMarked
package dev.demur.corpus.derive;

import org.jspecify.annotations.NullMarked;
