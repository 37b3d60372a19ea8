/// From stored records to a corpus snapshot. Open [dev.demur.corpus.build.CorpusBuild] first.
@NullMarked
package dev.demur.corpus.build;

import org.jspecify.annotations.NullMarked;
