@NullMarked
package dev.demur.corpus.screen;

import org.jspecify.annotations.NullMarked;
