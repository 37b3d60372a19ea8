@NullMarked
package dev.demur.archive.json;

import org.jspecify.annotations.NullMarked;
