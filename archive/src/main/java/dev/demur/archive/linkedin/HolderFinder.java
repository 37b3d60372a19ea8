package dev.demur.archive.linkedin;

import dev.demur.archive.csv.CsvRow;
import dev.demur.model.MemberId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out whose archive it is.
/*
 * No table says so. What does, best first:
 * 1. Invitations name both profiles and say which way they went; messages and coach conversations
 *    name the sender's profile beside a name, which is the holder's when it is that of Profile.csv.
 *    The profile with most such votes wins; of equals the first in alphabetical order.
 * 2. The one profile that takes part in every conversation of two or more; not looked for where
 *    invitations have voted.
 * 3. The numeric account id at the end of file names (Shares_900000417.csv).
 */
final class HolderFinder {
  private static final Pattern ACCOUNT = Pattern.compile("_(\\d{5,20})(?:_\\d{1,3})?\\.csv$");
  private static final int MAX_CONVERSATIONS = 100_000;

  private final Set<MemberId> names = new LinkedHashSet<>();
  private final Map<MemberId, Integer> invitationVotes = new TreeMap<>();
  private final Map<MemberId, Map<MemberId, Integer>> senders = new HashMap<>();
  private final Map<String, Set<MemberId>> conversations = new HashMap<>();
  private final Set<String> accounts = new HashSet<>();

  /// What was found; every part may be missing.
  ///
  /// @param slug by which other members' archives know the holder
  /// @param account the number of the account, which stands nowhere else
  record Found(Optional<MemberId> slug, Optional<MemberId> account, Set<MemberId> names) {
    static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), Set.of());

    Self self(MemberId holder) {
      var slugs = new HashSet<MemberId>();
      slug.ifPresent(slugs::add);
      account.ifPresent(slugs::add);
      slugs.add(holder);
      return new Self(holder, slugs, names);
    }
  }

  boolean wants(FileSpec spec) {
    return switch (spec.name()) {
      case "Profile.csv", "Invitations.csv", "messages.csv" -> true;
      default -> spec.name().endsWith("_messages.csv");
    };
  }

  void see(Table table, CsvRow.Cells cells) {
    switch (table.spec().name()) {
      case "Profile.csv" -> seeProfile(table.header(), cells);
      case "Invitations.csv" -> seeInvitation(table.header(), cells);
      default -> seeMessage(table.header(), cells);
    }
  }

  /// Looks for an account id in an entry's name.
  void seeName(String entry) {
    Matcher matcher = ACCOUNT.matcher(entry.toLowerCase(Locale.ROOT));
    if (matcher.find()) {
      accounts.add(matcher.group(1));
    }
  }

  private void seeProfile(Header header, CsvRow.Cells cells) {
    String name = cell(header, cells, "First Name") + " " + cell(header, cells, "Last Name");
    People.byName(name).ifPresent(names::add);
  }

  private void seeInvitation(Header header, CsvRow.Cells cells) {
    String direction = cell(header, cells, "Direction").toUpperCase(Locale.ROOT);
    String column =
        switch (direction) {
          case "OUTGOING" -> "inviterProfileUrl";
          case "INCOMING" -> "inviteeProfileUrl";
          default -> "";
        };
    People.byUrl(cell(header, cells, column))
        .ifPresent(person -> invitationVotes.merge(person, 1, Integer::sum));
  }

  private void seeMessage(Header header, CsvRow.Cells cells) {
    Optional<MemberId> sender = People.byUrl(cell(header, cells, "SENDER PROFILE URL"));
    if (sender.isEmpty()) {
      return;
    }
    People.byName(cell(header, cells, "FROM"))
        .ifPresent(name ->
            senders
                .computeIfAbsent(name, n -> new HashMap<>())
                .merge(sender.get(), 1, Integer::sum));
    if (!invitationVotes.isEmpty()) {
      return;
    }
    String conversation = cell(header, cells, "CONVERSATION ID");
    if (conversations.size() < MAX_CONVERSATIONS || conversations.containsKey(conversation)) {
      Set<MemberId> people = conversations.computeIfAbsent(conversation, c -> new HashSet<>());
      people.add(sender.get());
      for (String url : cell(header, cells, "RECIPIENT PROFILE URLS").split(",", -1)) {
        People.byUrl(url).ifPresent(people::add);
      }
    }
  }

  private static String cell(Header header, CsvRow.Cells cells, String column) {
    int place = column.isEmpty() ? -1 : header.place(column);
    return place < 0 || place >= cells.cells().size() ? "" : cells.cells().get(place).strip();
  }

  Found found() {
    Optional<MemberId> account =
        accounts.size() == 1
            ? Optional.of(new MemberId(accounts.iterator().next()))
            : Optional.empty();
    return new Found(mostVotes().or(this::inEveryConversation), account, names);
  }

  private Optional<MemberId> mostVotes() {
    var votes = new TreeMap<>(invitationVotes);
    for (MemberId name : names) {
      senders.getOrDefault(name, Map.of()).forEach((p, n) -> votes.merge(p, n, Integer::sum));
    }
    int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Optional<MemberId> inEveryConversation() {
    if (conversations.size() < 2) {
      return Optional.empty();
    }
    var common = new HashSet<>(conversations.values().iterator().next());
    conversations.values().forEach(common::retainAll);
    return common.size() == 1 ? Optional.of(common.iterator().next()) : Optional.empty();
  }
}
