package dev.demur.corpus.redact;

/// Finds one kind of thing in a text. Implementations hold no state and do bounded work at each
/// place they look at, so that no text takes more than linear time.
interface Recogniser {
  void find(Scan scan, Findings findings);
}
