@NullMarked
package dev.demur.archive;

import org.jspecify.annotations.NullMarked;
