@NullMarked
package dev.demur.archive.mastodon;

import org.jspecify.annotations.NullMarked;
