/// Statistics over members: which skills go with a job title, and which title follows which.
///
/// They are exact counts of distinct members, so a member leaves by subtraction, and what is left
/// equals a recount without the member. Open [dev.demur.learn.statistics.CareerStatistics] first.
@NullMarked
package dev.demur.learn.statistics;

import org.jspecify.annotations.NullMarked;
