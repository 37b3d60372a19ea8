@NullMarked
package dev.demur.spark;

import org.jspecify.annotations.NullMarked;
