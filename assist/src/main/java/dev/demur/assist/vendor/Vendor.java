package dev.demur.assist.vendor;

import java.util.List;

/// A language model that somebody else runs.
///
/// Whatever it is asked leaves the house, so a [Commission] holds nothing but what the program
/// allows vendors to have. Whatever it answers is a draft like any other: guard and grounding
/// decide what is shown. Thread-safe.
public interface Vendor {
  /// Whom an operator knows it by.
  String name();

  /// Up to as many texts as were asked for; fewer or none where the answer has no more.
  ///
  /// @throws VendorFailed when there is no answer in time, or none that can be read
  List<String> write(Commission commission) throws VendorFailed;
}
