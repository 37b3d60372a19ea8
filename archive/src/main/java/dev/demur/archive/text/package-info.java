/// What the readers share about text: markup, people, times, and text put wrongly into code units.
@NullMarked
package dev.demur.archive.text;

import org.jspecify.annotations.NullMarked;
