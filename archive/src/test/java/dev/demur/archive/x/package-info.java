@NullMarked
package dev.demur.archive.x;

import org.jspecify.annotations.NullMarked;
