@NullMarked
package dev.demur.archive.csv;

import org.jspecify.annotations.NullMarked;
