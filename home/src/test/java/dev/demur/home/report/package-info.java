@NullMarked
package dev.demur.home.report;

import org.jspecify.annotations.NullMarked;
