package dev.demur.learn.safetensors;

import dev.demur.learn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON at the front of a file: metadata, and where each tensor lies.
///
/// @param slots the tensors in the order of their bytes, without a gap
record Header(SortedMap<String, String> metadata, List<Slot> slots) {
  static final String METADATA = "__metadata__";
  private static final int MAX_DIMENSIONS = 8;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  Header {
    slots = List.copyOf(slots);
  }

  /// Where one tensor lies.
  ///
  /// @param begin first byte, counted from the end of the header
  record Slot(String name, Storage storage, List<Integer> shape, long begin, long end) {
    Slot {
      shape = List.copyOf(shape);
    }

    int[] dimensions() {
      return shape.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /// Says what is wrong with a header, without the name of the file.
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1;
    private final String text;

    Fault(String text) {
      super(text);
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /// The canonical header of these tensors: names ascending, each tensor right behind the last.
  static Header of(
      SortedMap<String, Tensor> tensors, SortedMap<String, String> metadata, Storage storage) {
    List<Slot> slots = new ArrayList<>();
    long at = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      long end = at + (long) entry.getValue().data().length * storage.bytes();
      List<Integer> shape = Arrays.stream(entry.getValue().shape()).boxed().toList();
      slots.add(new Slot(entry.getKey(), storage, shape, at, end));
      at = end;
    }
    return new Header(metadata, slots);
  }

  String json() {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode node = root.putObject(METADATA);
      metadata.forEach(node::put);
    }
    for (Slot slot : slots) {
      ObjectNode node = root.putObject(slot.name());
      node.put("dtype", slot.storage().name());
      slot.shape().forEach(node.putArray("shape")::add);
      node.putArray("data_offsets").add(slot.begin()).add(slot.end());
    }
    return JSON.writeValueAsString(root);
  }

  /// Reads and checks a header.
  ///
  /// @param dataBytes how many bytes follow it
  static Header parse(byte[] json, long dataBytes) throws Fault {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      throw new Fault("the header is not JSON: " + e.getOriginalMessage());
    }
    if (!root.isObject()) {
      throw new Fault("the header must be a JSON object");
    }
    List<Slot> slots = new ArrayList<>();
    SortedMap<String, String> metadata = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      if (entry.getKey().equals(METADATA)) {
        readMetadata(entry.getValue(), metadata);
      } else {
        slots.add(slot(entry.getKey(), entry.getValue()));
      }
    }
    slots.sort(Comparator.comparingLong(Slot::begin).thenComparingLong(Slot::end));
    checkCover(slots, dataBytes);
    return new Header(metadata, slots);
  }

  private static void readMetadata(JsonNode node, SortedMap<String, String> metadata) throws Fault {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isString()) {
        throw new Fault("metadata '%s' must be a string".formatted(entry.getKey()));
      }
      metadata.put(entry.getKey(), entry.getValue().stringValue());
    }
  }

  private static Slot slot(String name, JsonNode node) throws Fault {
    Storage storage = storage(name, node.path("dtype"));
    List<Long> shape = integers(name, "shape", node.path("shape"));
    List<Long> offsets = integers(name, "data_offsets", node.path("data_offsets"));
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw new Fault(
          "tensor '%s': data_offsets must be a begin and an end, got %s".formatted(name, offsets));
    }
    long begin = offsets.get(0);
    long end = offsets.get(1);
    if (end - begin != size(name, shape) * storage.bytes()) {
      throw new Fault(
          "tensor '%s': shape %s as %s needs %d bytes, data_offsets give %d"
              .formatted(name, shape, storage, size(name, shape) * storage.bytes(), end - begin));
    }
    return new Slot(name, storage, shape.stream().map(Math::toIntExact).toList(), begin, end);
  }

  private static Storage storage(String name, JsonNode dtype) throws Fault {
    for (Storage storage : Storage.values()) {
      if (dtype.isString() && storage.name().equals(dtype.stringValue())) {
        return storage;
      }
    }
    throw new Fault(
        "tensor '%s': dtype must be one of %s, got %s"
            .formatted(name, Arrays.toString(Storage.values()), dtype));
  }

  private static List<Long> integers(String name, String field, JsonNode array) throws Fault {
    List<Long> values = new ArrayList<>();
    for (JsonNode element : array) {
      if (!element.isIntegralNumber() || !element.canConvertToLong() || element.longValue() < 0) {
        throw new Fault(
            "tensor '%s': %s must hold integers from 0, got %s".formatted(name, field, array));
      }
      values.add(element.longValue());
    }
    if (!array.isArray() || values.size() > MAX_DIMENSIONS) {
      throw new Fault(
          "tensor '%s': %s must be a list of at most %d integers"
              .formatted(name, field, MAX_DIMENSIONS));
    }
    return values;
  }

  private static long size(String name, List<Long> shape) throws Fault {
    long size = 1;
    for (long dimension : shape) {
      size = dimension > Integer.MAX_VALUE ? Long.MAX_VALUE : size * dimension;
      if (size > Integer.MAX_VALUE) {
        throw new Fault(
            "tensor '%s': shape %s has more than %d values"
                .formatted(name, shape, Integer.MAX_VALUE));
      }
    }
    return size;
  }

  /// Each tensor must begin where the one before it ends, and the last must end with the file.
  private static void checkCover(List<Slot> slots, long dataBytes) throws Fault {
    long at = 0;
    for (Slot slot : slots) {
      if (slot.begin() != at) {
        throw new Fault(
            "tensor '%s' begins at byte %d, %s byte %d where the one before it ends"
                .formatted(slot.name(), slot.begin(), slot.begin() < at ? "before" : "after", at));
      }
      at = slot.end();
    }
    if (at != dataBytes) {
      throw new Fault(
          "the tensors need %d bytes after the header, the file has %d".formatted(at, dataBytes));
    }
  }
}
