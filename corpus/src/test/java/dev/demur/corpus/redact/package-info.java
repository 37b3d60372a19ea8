@NullMarked
package dev.demur.corpus.redact;

import org.jspecify.annotations.NullMarked;
