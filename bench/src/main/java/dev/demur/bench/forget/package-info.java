/// What a member's leaving costs, against training everything again.
@NullMarked
package dev.demur.bench.forget;

import org.jspecify.annotations.NullMarked;
