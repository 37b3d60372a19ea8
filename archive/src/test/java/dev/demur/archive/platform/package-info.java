@NullMarked
package dev.demur.archive.platform;

import org.jspecify.annotations.NullMarked;
