package dev.demur.archive.x;

import dev.demur.archive.json.Flat;
import dev.demur.archive.json.JsonEntry;
import dev.demur.archive.json.Shape;
import dev.demur.model.Category;
import dev.demur.model.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What each file of the archive holds, and how an item of it becomes records.
///
/// A file is known by the variable it assigns, else by its name: `tweets` for
/// `window.YTD.tweets.part1` as for `tweets-part1.js`.
final class XFiles {
  /// The member took these back before the archive was made.
  static final Set<String> DELETED =
      Set.of("deleted_tweets", "deleted_note_tweet", "deleted_tweet_headers");

  private static final Map<String, String> OLDER =
      Map.of(
          "tweet", "tweets",
          "direct_message", "direct_messages",
          "direct_message_group", "direct_messages_group",
          "direct_message_header", "direct_message_headers",
          "deleted_tweet", "deleted_tweets",
          "__THAR_CONFIG", "manifest");

  private static final Map<String, Consumer<XItem>> HANDLERS =
      Map.ofEntries(
          Map.entry("note_tweet", Posts::note),
          Map.entry("community_tweet", Posts::inCommunity),
          Map.entry("article", Posts::article),
          Map.entry("article_metadata", item -> other(item, "article metadata")),
          Map.entry("community_note", Posts::communityNote),
          Map.entry("community_note_rating", Posts::rating),
          Map.entry("community_note_tombstone", item -> usage(item, "community note")),
          Map.entry("community_note_batsignal", item -> usage(item, "community note")),
          Map.entry("tweet_headers", Posts::header),
          Map.entry("like", Posts::like),
          Map.entry("grok_chat_item", Posts::assistant),
          Map.entry("follower", Contacts::follower),
          Map.entry("following", Contacts::following),
          Map.entry("block", item -> Contacts.shunned(item, "blocked")),
          Map.entry("mute", item -> Contacts.shunned(item, "muted")),
          Map.entry("contact", Contacts::addressBook),
          Map.entry("direct_messages", Contacts::message),
          Map.entry("direct_messages_group", Contacts::message),
          Map.entry("direct_message_headers", Contacts::message),
          Map.entry("direct_message_group_headers", Contacts::message),
          Map.entry("direct_message_mute", Contacts::privately),
          Map.entry("account", Contacts::account),
          Map.entry("user_details", Contacts::userDetails),
          Map.entry("profile", Contacts::profile),
          Map.entry("ageinfo", Contacts::age),
          Map.entry("personalization", Contacts::personalization),
          Map.entry("ip_audit", item -> secret(item, "login", "createdAt")),
          Map.entry("account_creation_ip", item -> secret(item, "registration address", "none")),
          Map.entry("device_token", item -> secret(item, "device token", "createdAt")),
          Map.entry("ni_devices", item -> secret(item, "device", "none")),
          Map.entry("key_registry", item -> secret(item, "device keys", "none")),
          Map.entry("sso", item -> secret(item, "single sign-on", "associationMethodTimestamp")),
          Map.entry("connected_application", item -> secret(item, "connected app", "approvedAt")),
          Map.entry("phone_number", item -> Contacts.detail(item, "phone", "phoneNumber")),
          Map.entry("email_address_change", Contacts::emailChange),
          Map.entry("screen_name_change", Contacts::screenNameChange),
          Map.entry("ads_revenue_sharing", item -> payment(item)),
          Map.entry("saved_search", Contacts::search),
          Map.entry("user_link_clicks", item -> usage(item, "link click")),
          Map.entry("tweetdeck", item -> usage(item, "column")),
          Map.entry("reply_prompt", item -> usage(item, "reply prompt")),
          Map.entry("spaces_metadata", item -> usage(item, "space")),
          Map.entry("branch_links", item -> usage(item, "link")),
          Map.entry("app", item -> usage(item, "app")));

  private XFiles() {}

  static String typeOf(JsonEntry entry) {
    String variable = entry.variable();
    String[] parts = variable.split("\\.", -1);
    if (parts.length > 1 && parts[0].equals("YTD")) {
      return OLDER.getOrDefault(parts[1], parts[1]);
    }
    if (variable.startsWith("Grailbird.data.")) {
      return variable.contains("tweets") ? "tweets" : plain(parts[2]);
    }
    String named = variable.isEmpty() ? plain(entry.entry().baseName()) : variable;
    return OLDER.getOrDefault(named, named);
  }

  private static String plain(String name) {
    String stem = name.toLowerCase(Locale.ROOT).replaceFirst("\\.js$", "");
    String bare = stem.replaceFirst("-part\\d+$", "").replace('-', '_');
    return bare.matches("\\d{4}_\\d{2}") ? "tweets" : bare;
  }

  /// The file's name in today's archives.
  static String fileOf(String type) {
    return type.replace('_', '-') + ".js";
  }

  /// Conversations and lists of advertisements are gone into, because one of them may hold all.
  static Shape shapeOf(String type) {
    if (type.startsWith("direct_message")) {
      return (place, isList) ->
          place.isEmpty()
              || place.equals("[]")
              || place.equals("[]/dmConversation")
              || place.equals("[]/dmConversation/messages");
    }
    if (type.startsWith("ad_") || type.equals("ads_revenue_sharing")) {
      return (place, isList) ->
          place.length() - place.replace("/", "").length() <= 4 && isOuter(place);
    }
    return Shape.FLAT;
  }

  private static boolean goesDeep(String type) {
    return type.startsWith("direct_message") || type.equals("ads_revenue_sharing");
  }

  /// Everything down to the first list below the outermost.
  private static boolean isOuter(String place) {
    return place.isEmpty() || place.indexOf("[]", 2) < 0;
  }

  static void read(String type, XItem item, Notes notes) {
    boolean isLeftover = !item.item().place().endsWith("[]");
    if (type.equals("tweets")) {
      Posts.post(item, notes);
    } else if (type.startsWith("ad_")) {
      if (!isLeftover) {
        Contacts.advertisement(item);
      }
    } else if (type.startsWith("audio_video_calls")) {
      Contacts.privately(item);
    } else if (type.startsWith("lists_")) {
      Contacts.list(item, type);
    } else if (!(isLeftover && goesDeep(type))) {
      HANDLERS.getOrDefault(type, i -> other(i, type.replace('_', ' '))).accept(item);
    }
  }

  static void secret(XItem item, String kind, String time) {
    item.emit(item.draft(Category.CREDENTIAL).put(Fields.KIND, kind).at(item.time(time)));
  }

  private static void payment(XItem item) {
    item.emit(item.draft(Category.PAYMENT).put(Fields.KIND, "payout"));
  }

  static void usage(XItem item, String kind) {
    item.emit(
        Flat.put(item.draft(Category.USAGE_FREQUENCY), item.value())
            .put(Fields.KIND, kind)
            .at(item.time("createdAt").or(Optional::empty)));
  }

  static void other(XItem item, String kind) {
    if (!item.value().members().isEmpty()) {
      item.emit(Flat.put(item.draft(Category.OTHER), item.value()).put(Fields.KIND, kind));
    }
  }
}
