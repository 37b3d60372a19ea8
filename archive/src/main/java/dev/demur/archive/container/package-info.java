/// Zip files, folders and single files as lists of entries that can be read safely.
///
/// Nothing is extracted to disk and no link is followed. Open
/// [dev.demur.archive.container.Container] first.
@NullMarked
package dev.demur.archive.container;

import org.jspecify.annotations.NullMarked;
