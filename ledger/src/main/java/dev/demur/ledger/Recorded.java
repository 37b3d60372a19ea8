package dev.demur.ledger;

import java.time.Instant;

/// One event as the ledger holds it.
///
/// @param position from 1, one for every entry of the ledger
public record Recorded(long position, Instant happenedAt, Instant learntAt, Event event) {}
