@NullMarked
package dev.demur.assist.vendor;

import org.jspecify.annotations.NullMarked;
