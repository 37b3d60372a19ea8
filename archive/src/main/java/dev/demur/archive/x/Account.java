package dev.demur.archive.x;

import dev.demur.archive.json.Json;
import dev.demur.archive.text.Persons;
import dev.demur.model.MemberId;
import java.util.Optional;

/// Whose archive it is.
///
/// @param id the account's number, as a member id
/// @param handle its screen name
/// @param isProtected whether only approved followers can read its posts
record Account(Optional<MemberId> id, Optional<MemberId> handle, boolean isProtected) {
  static final Account UNKNOWN = new Account(Optional.empty(), Optional.empty(), false);

  boolean isSelf(MemberId person) {
    return id.filter(person::equals).isPresent() || handle.filter(person::equals).isPresent();
  }

  Account withManifest(Json manifest) {
    return with(manifest.text("userInfo", "accountId"), manifest.text("userInfo", "userName"));
  }

  Account withAccount(Json account) {
    return with(account.text("accountId"), account.text("username"));
  }

  /// The archives of before 2018.
  Account withUserDetails(Json details) {
    return with(details.at("id").id(), details.text("screen_name"));
  }

  private Account with(Optional<String> number, Optional<String> name) {
    return new Account(
        id.or(() -> number.flatMap(Persons::byHandle)),
        handle.or(() -> name.flatMap(Persons::byHandle)),
        isProtected);
  }

  Account withProtection(boolean now) {
    return new Account(id, handle, now);
  }
}
