package dev.demur.model;

import java.util.Objects;

/// What a person who read a record decided about its content.
///
/// @param keep whether its content may be used, as far as it tells nothing of a special category
/// @param digest of the content that was read; the review says nothing of any other
public record Review(boolean keep, String digest) {
  public Review {
    Objects.requireNonNull(digest, "digest");
  }
}
