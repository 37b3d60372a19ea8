package dev.demur.corpus.build;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many records a purpose got, and why it did not get the others.
///
/// @param in records that are in
/// @param out records left out: the sum of the reasons
/// @param reasons how many were left out, by reason code
public record Funnel(long in, long out, SortedMap<String, Long> reasons) {
  public Funnel {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }
}
