package dev.demur.ledger;

import dev.demur.ledger.log.Receipt;

/// One entry of a member's history, with the receipt that proves it.
public record HistoryItem(Recorded entry, Receipt receipt) {}
