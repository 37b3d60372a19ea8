/// Objection cases: filed, worked, decided, with the clock that the law sets.
///
/// Everything is computed from the ledger's events. Open
/// [dev.demur.ledger.objection.ObjectionCases] first.
@NullMarked
package dev.demur.ledger.objection;

import org.jspecify.annotations.NullMarked;
