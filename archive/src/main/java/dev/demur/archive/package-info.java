/// Readers of member archives, with the sample network.
@NullMarked
package dev.demur.archive;

import org.jspecify.annotations.NullMarked;
