@NullMarked
package dev.demur.corpus;

import org.jspecify.annotations.NullMarked;
