/// Models that somebody else runs, asked over the network. Open [dev.demur.assist.vendor.Vendor]
/// first.
@NullMarked
package dev.demur.assist.vendor;

import org.jspecify.annotations.NullMarked;
