/// Reports for members, data protection officers and regulators, all from the same figures.
@NullMarked
package dev.demur.home.report;

import org.jspecify.annotations.NullMarked;
