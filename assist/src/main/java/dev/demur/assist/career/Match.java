package dev.demur.assist.career;

/// A job or member that was found, and why.
///
/// @param id of the job, or of the member
/// @param score the larger the better; comparable within one answer only
/// @param reasons sentence by sentence
public record Match(String id, double score, Fit reasons) {}
