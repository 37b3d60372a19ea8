/// Fixtures, clocks, seeds and databases for tests. Open [dev.demur.testsupport.Seeds] first.
@NullMarked
package dev.demur.testsupport;

import org.jspecify.annotations.NullMarked;
