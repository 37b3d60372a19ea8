/// Facebook's and Instagram's archives, which share their conventions.
///
/// Open [dev.demur.archive.meta.MetaReading] first.
@NullMarked
package dev.demur.archive.meta;

import org.jspecify.annotations.NullMarked;
