@NullMarked
package dev.demur.archive.meta;

import org.jspecify.annotations.NullMarked;
