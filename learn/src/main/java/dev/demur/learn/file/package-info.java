/// Files that are either whole or absent. Open [dev.demur.learn.file.AtomicFile] first.
@NullMarked
package dev.demur.learn.file;

import org.jspecify.annotations.NullMarked;
