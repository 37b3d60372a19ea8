@NullMarked
package dev.demur.corpus.store;

import org.jspecify.annotations.NullMarked;
