package dev.demur.learn.safetensors;

import dev.demur.learn.tensor.Tensor;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one file holds.
///
/// @param tensors by name
/// @param metadata free text by name; empty where the file has none
public record SafetensorsFile(
    SortedMap<String, Tensor> tensors, SortedMap<String, String> metadata) {
  public SafetensorsFile {
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /// The tensor of that name.
  public Tensor tensor(String name) {
    Tensor found = tensors.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no tensor '%s', only %s".formatted(name, tensors.keySet()));
    }
    return found;
  }
}
