/// Public catalogues of occupations and skills, and what in them a title or a sentence means.
///
/// Open [dev.demur.assist.taxonomy.Taxonomies] first, then
/// [dev.demur.assist.taxonomy.TitleNormaliser].
@NullMarked
package dev.demur.assist.taxonomy;

import org.jspecify.annotations.NullMarked;
