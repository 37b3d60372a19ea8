package dev.demur.archive.meta;

import dev.demur.model.Category;
import java.util.List;
import java.util.Set;

/// The category of what a file holds, by where it lies.
///
/// Some three hundred files hold settings and counters; they are told by folder.
final class Categories {
  private static final Set<String> SECRETS =
      Set.of(
          "secret_conversations",
          "information_about_your_devices",
          "your_end-to-end_encryption_enabled_messenger_device",
          "devices",
          "two-factor_authentication",
          "id_verification",
          "accounts_center",
          "you_account_password",
          "your_account_password_information",
          "account_activity",
          "login_activity",
          "browser_cookies");

  private static final List<String> THINGS =
      List.of("facebook_marketplace", "shopping", "shops", "subscriptions", "preferences");

  private Categories() {}

  static Category of(Place place) {
    if (place.in("security_and_login_information") || SECRETS.contains(place.file())) {
      return Category.CREDENTIAL;
    }
    if (isPayment(place)) {
      return Category.PAYMENT;
    }
    if (place.isThread() || place.in("dating") || place.named("support_messages")) {
      return Category.PRIVATE_MESSAGE;
    }
    if (isFeedback(place)) {
      return place.has("survey") ? Category.FEEDBACK_REPORT : Category.FEEDBACK_RATING;
    }
    if (isContact(place)) {
      return contact(place);
    }
    boolean ads =
        place.below("ads_information")
            || place.below("apps_and_websites")
            || place.in("your_topics")
            || place.named("ads_interests", "predicted_languages");
    return ads ? Category.ADS : ofActivity(place);
  }

  private static boolean isPayment(Place place) {
    boolean donated = place.in("fundraisers") && (place.has("donat") && !place.has("posts"));
    boolean cards = place.in("messages") && place.named("autofill_information");
    return place.in("facebook_payments")
        || place.in("monetization")
        || place.named("payment_history")
        || donated
        || cards;
  }

  private static boolean isFeedback(Place place) {
    return place.has("survey")
        || place.named("ads_feedback_activity", "your_crowdsourcing_edits")
        || place.has("not_interested_in")
        || place.has("re_not_interested");
  }

  private static boolean isContact(Place place) {
    boolean people =
        place.in("friends")
            || place.in("followers")
            || place.in("followers_and_following")
            || place.in("contacts");
    boolean threads =
        place.in("threads")
            && (place.has("follow") || place.has("blocked") || place.has("restricted"));
    boolean details =
        place.below("personal_information")
            && (place.has("autofill")
                || place.has("contacts")
                || place.has("possible_")
                || place.named("emails_we_sent_you", "linked_meta_accounts"));
    boolean chats =
        place.in("messages") && (place.has("chat_invites") || place.has("contacts_you"));
    return people || threads || details || chats;
  }

  private static Category contact(Place place) {
    if (place.in("friends") && place.named("your_friends", "friends")) {
      return Category.CONTACT_CONNECTION;
    }
    boolean follows =
        place.named("following", "followers", "who_you_ve_followed", "who_you_follow");
    return follows ? Category.CONTACT_FOLLOW : Category.CONTACT;
  }

  private static Category ofActivity(Place place) {
    if (place.in("groups") || place.has("groups_you") || place.has("groups_badges")) {
      return Category.GROUP_ACTIVITY;
    }
    if (place.named("ai_conversations")) {
      return Category.AI_USAGE_PROMPT;
    }
    if (place.in("posts") || place.in("comments_and_reactions") || place.in("comments")) {
      return ofPosts(place);
    }
    if (place.in("likes") && place.has("liked")) {
      return Category.CONTENT_REACTION;
    }
    if (place.has("poll") || place.named("questions", "quizzes")) {
      boolean stickers = place.in("story_sticker_interactions");
      return stickers ? Category.USAGE_FREQUENCY : Category.CONTENT_POLL_ANSWER;
    }
    if (place.in("stories") || place.in("reels") || place.in("media") || place.in("content")) {
      boolean touched = place.has("reactions");
      return touched ? Category.USAGE_FREQUENCY : Category.CONTENT_POST;
    }
    if (place.named("threads_and_replies")) {
      return Category.CONTENT_POST;
    }
    return ofAccount(place);
  }

  private static Category ofPosts(Place place) {
    boolean counted =
        place.has("tooltip")
            || place.has("active_days")
            || place.has("birthday_media")
            || place.has("sharing_links")
            || place.has("used_for_memories")
            || place.has("album_invites");
    if (counted) {
      return Category.USAGE_FREQUENCY;
    }
    if (place.has("reaction") || place.has("likes")) {
      return Category.CONTENT_REACTION;
    }
    return place.has("comment") || place.in("comments")
        ? Category.CONTENT_COMMENT
        : Category.CONTENT_POST;
  }

  private static Category ofAccount(Place place) {
    if (place.has("search")) {
      return place.in("facebook_marketplace") ? Category.OTHER : Category.USAGE_SEARCH;
    }
    boolean usage =
        place.has("notification")
            && !place.has("login_alerts")
            && !(place.in("preferences") && !place.has("push") && !place.has("reels_notif"))
            && !place.in("facebook_marketplace");
    if (usage) {
      return place.in("settings") || place.in("media_settings")
          ? Category.OTHER
          : Category.USAGE_FREQUENCY;
    }
    if (THINGS.stream().anyMatch(place::in)) {
      return place.has("browser_push") ? Category.USAGE_FREQUENCY : Category.OTHER;
    }
    if (place.has("location") || place.in("location") || place.in("information_about_you")) {
      return Category.OTHER;
    }
    return ofPerson(place);
  }

  private static Category ofPerson(Place place) {
    boolean profile =
        place.named(
                "profile_information",
                "profile_update_history",
                "personal_information",
                "profile_changes",
                "professional_information",
                "instagram_profile_information",
                "reposts",
                "avatar_data",
                "avatar_items")
            || place.in("avatars");
    if (profile) {
      return Category.PROFILE_NAME;
    }
    if (place.below("personal_information")) {
      return Category.OTHER;
    }
    return Category.USAGE_FREQUENCY;
  }
}
