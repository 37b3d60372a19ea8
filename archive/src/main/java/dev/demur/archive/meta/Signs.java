package dev.demur.archive.meta;

import dev.demur.archive.container.Container;
import dev.demur.archive.container.Entry;
import dev.demur.archive.container.TextEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells which of the two platforms an entry comes from.
final class Signs {
  private static final int HEAD = 4096;
  private static final List<String> FACEBOOK_FOLDERS =
      List.of(
          "your_facebook_activity",
          "your_activity_across_facebook",
          "facebook_payments",
          "facebook_marketplace",
          "comments_and_reactions",
          "apps_and_websites_off_of_facebook",
          "profile_information");
  private static final List<String> INSTAGRAM_FOLDERS =
      List.of(
          "your_instagram_activity",
          "followers_and_following",
          "instagram_ads_and_businesses",
          "apps_and_websites_off_of_instagram",
          "login_and_profile_creation",
          "past_instagram_insights",
          "device_information",
          "information_about_you");
  private static final Pattern INSTAGRAM =
      Pattern.compile(
          "\"(?:string_map_data|string_list_data|profile_user|media_map_data|relationships_\\w+|ig_\\w+"
              + "|likes_media_likes|likes_comment_likes|comments_\\w+_comments|impressions_history_\\w+"
              + "|account_history_\\w+|text_post_app_\\w+|saved_saved_\\w+|searches_(?:user|keyword)"
              + "|cross_post_source|inferred_data_\\w+|devices_\\w+|topics_your_topics)\"");
  private static final Pattern FACEBOOK =
      Pattern.compile(
          "\"\\w+_v[23]\"|\"label_values\"|\"recently_viewed\"|\"support_messages\""
              + "|\"timestamp\"\\s*:[^{}]{0,60}\"(?:data|attachments)\"\\s*:\\s*\\[|\"participants\"\\s*:\\s*\\["
              + "|\"sender_name\"|\"senderName\"|\"cover_photo\"");

  private final Container archive;
  private final Map<String, Optional<Platform>> known = new HashMap<>();

  Signs(Container archive) {
    this.archive = archive;
  }

  /// The platform that an entry of JSON gives away by itself.
  Optional<Platform> strong(Entry entry) {
    Optional<Platform> found = known.get(entry.name());
    if (found == null) {
      found = isJson(entry) ? look(entry) : Optional.empty();
      known.put(entry.name(), found);
    }
    return found;
  }

  static boolean isJson(Entry entry) {
    return entry.name().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private Optional<Platform> look(Entry entry) {
    return byFolder(Place.of(entry.name())).or(() -> byContent(entry));
  }

  private Optional<Platform> byContent(Entry entry) {
    String head = TextEntry.head(archive, entry, HEAD);
    if (INSTAGRAM.matcher(head).find()) {
      return Optional.of(Platform.INSTAGRAM);
    }
    boolean media = head.stripLeading().startsWith("[") && head.contains("\"creation_timestamp\"");
    if (FACEBOOK.matcher(head).find()) {
      return Optional.of(Platform.FACEBOOK);
    }
    return media ? Optional.of(Platform.INSTAGRAM) : Optional.empty();
  }

  /// By the deepest folder that only one of them has.
  Optional<Platform> byFolder(Place place) {
    for (String folder : place.folders().reversed()) {
      if (FACEBOOK_FOLDERS.contains(folder)) {
        return Optional.of(Platform.FACEBOOK);
      }
      if (INSTAGRAM_FOLDERS.contains(folder)) {
        return Optional.of(Platform.INSTAGRAM);
      }
    }
    return Optional.empty();
  }
}
