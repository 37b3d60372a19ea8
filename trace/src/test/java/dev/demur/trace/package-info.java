@NullMarked
package dev.demur.trace;

import org.jspecify.annotations.NullMarked;
