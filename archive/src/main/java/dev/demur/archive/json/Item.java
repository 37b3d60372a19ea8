package dev.demur.archive.json;

import java.util.Deque;
import java.util.Map;

/// One value of an entry.
///
/// @param place where it stands, as in [Shape]
/// @param value what is there; of an object that was gone into, what was not
/// @param line where it starts
/// @param outer the objects around it as far as they have been read, innermost first
public record Item(String place, Json value, int line, Deque<Map<String, Json>> outer) {
  /// A member of one of the objects around, the nearest that has it.
  public Json around(String key) {
    for (Map<String, Json> object : outer) {
      Json found = object.get(key);
      if (found != null) {
        return found;
      }
    }
    return Json.Absent.VALUE;
  }
}
