@NullMarked
package dev.demur.archive.text;

import org.jspecify.annotations.NullMarked;
