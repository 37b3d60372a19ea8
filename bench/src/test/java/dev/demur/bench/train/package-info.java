@NullMarked
package dev.demur.bench.train;

import org.jspecify.annotations.NullMarked;
