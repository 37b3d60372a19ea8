/// Which job read what and made what, for catalogues outside: OpenLineage run events.
@NullMarked
package dev.demur.home.lineage;

import org.jspecify.annotations.NullMarked;
