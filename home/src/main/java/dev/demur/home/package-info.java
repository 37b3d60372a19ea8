/// The jobs on one home directory, each crash-safe: import, build, train, forget, verify.
///
/// Open [dev.demur.home.Home] first, then [dev.demur.home.Forgetting]. Whatever is derived is made
/// from its inputs and kept while they match, so that a job killed at any instant is simply run
/// again.
@NullMarked
package dev.demur.home;

import org.jspecify.annotations.NullMarked;
