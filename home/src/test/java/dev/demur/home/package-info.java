/// Tests of the jobs on a home.
@NullMarked
package dev.demur.home;

import org.jspecify.annotations.NullMarked;
