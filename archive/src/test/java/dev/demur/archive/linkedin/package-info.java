@NullMarked
package dev.demur.archive.linkedin;

import org.jspecify.annotations.NullMarked;
