/// JSON as archives hold it: read item by item, in memory bounded by the largest item.
///
/// Open [dev.demur.archive.json.JsonEntry] first.
@NullMarked
package dev.demur.archive.json;

import org.jspecify.annotations.NullMarked;
