/// The words everyone speaks: members, their records, their choices, and the decisions about them.
///
/// Records and sealed types without behaviour beyond checking themselves; JDK only. Open
/// [dev.demur.model.MemberRecord] first, then [dev.demur.model.MemberFacts] and
/// [dev.demur.model.Decision].
@NullMarked
package dev.demur.model;

import org.jspecify.annotations.NullMarked;
