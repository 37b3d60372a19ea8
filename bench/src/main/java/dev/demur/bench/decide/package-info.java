/// How fast decisions are, beside Cedar and SAPL under the same rules.
@NullMarked
package dev.demur.bench.decide;

import org.jspecify.annotations.NullMarked;
