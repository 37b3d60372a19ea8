/// What a member's own records say about the member, each fact with the record it stands in.
///
/// Open [dev.demur.assist.profile.MemberProfile] first.
@NullMarked
package dev.demur.assist.profile;

import org.jspecify.annotations.NullMarked;
