package dev.demur.archive.json;

/// Which lists and objects of an entry are gone into, item by item; all others are given whole.
///
/// A place is a path: empty for the outermost value, `/key` for a member, `[]` for the elements of
/// a list, e.g. `[]/dmConversation/messages`.
@FunctionalInterface
public interface Shape {
  /// One list or one object, and nothing in it.
  Shape FLAT = (place, isList) -> place.isEmpty();

  /// Nothing at all: the outermost value is the only item.
  Shape WHOLE = (place, isList) -> false;

  boolean goesInto(String place, boolean isList);
}
