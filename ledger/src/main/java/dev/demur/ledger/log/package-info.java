/// The transparency log: a Merkle tree of salted commitments, signed checkpoints, and receipts that
/// verify without this program.
///
/// Pure functions and values, no database. Open [dev.demur.ledger.log.ReceiptVerifier] first, then
/// [dev.demur.ledger.log.MerkleTree].
@NullMarked
package dev.demur.ledger.log;

import org.jspecify.annotations.NullMarked;
