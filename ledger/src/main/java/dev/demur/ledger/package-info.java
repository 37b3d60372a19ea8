/// Choices, objections, notices and the transparency log.
@NullMarked
package dev.demur.ledger;

import org.jspecify.annotations.NullMarked;
