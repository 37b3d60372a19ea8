/// LinkedIn's data export, Basic and Complete, from 2016 to today.
///
/// [dev.demur.archive.linkedin.LinkedIn] recognises it; each `…Files` class turns the rows of some
/// tables into records.
@NullMarked
package dev.demur.archive.linkedin;

import org.jspecify.annotations.NullMarked;
