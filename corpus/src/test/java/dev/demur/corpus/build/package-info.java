@NullMarked
package dev.demur.corpus.build;

import org.jspecify.annotations.NullMarked;
