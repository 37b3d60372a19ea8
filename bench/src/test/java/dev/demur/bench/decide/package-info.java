/// Whether the peers that are measured decide as Demur does.
@NullMarked
package dev.demur.bench.decide;

import org.jspecify.annotations.NullMarked;
