/// Notices to members: sent once each, and known to have been sent.
///
/// Open [dev.demur.ledger.notice.NoticeCampaign] first.
@NullMarked
package dev.demur.ledger.notice;

import org.jspecify.annotations.NullMarked;
