@NullMarked
package dev.demur.archive.container;

import org.jspecify.annotations.NullMarked;
