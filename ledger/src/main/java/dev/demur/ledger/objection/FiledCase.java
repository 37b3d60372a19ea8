package dev.demur.ledger.objection;

import dev.demur.ledger.log.Receipt;

/// The case that a filing opened, and the receipt for it.
public record FiledCase(String caseId, Receipt receipt) {}
