package dev.demur.home;

import java.time.Instant;

/// The right to train, once: for one corpus, under one program, as far as the ledger says at one
/// position. Format: `docs/reference/home.md`.
///
/// @param program by name
/// @param programSha256 of the program file
/// @param contentRoot of the corpus that may be trained on
/// @param ledgerPosition entries the ledger had
/// @param ledgerHead the log's signed head then
/// @param issuedAt from when
/// @param expiresAt until when a slice may be begun
public record Permit(
    String program,
    String programSha256,
    String contentRoot,
    long ledgerPosition,
    String ledgerHead,
    Instant issuedAt,
    Instant expiresAt) {}
