package dev.demur.archive.sample;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The files of one member's archive, in the order in which they are written.
final class LinkedInArchive {
  private static final List<Function<Scene, ? extends ArchiveFile>> FILES =
      List.of(
          ProfileTables::profile,
          ProfileTables::positions,
          ProfileTables::education,
          ProfileTables::skills,
          ProfileTables::summary,
          AchievementTables::languages,
          AchievementTables::certifications,
          AchievementTables::projects,
          AchievementTables::courses,
          AchievementTables::honors,
          AchievementTables::publications,
          AchievementTables::volunteering,
          AchievementTables::causes,
          NetworkTables::recommendationsGiven,
          NetworkTables::recommendationsReceived,
          NetworkTables::endorsementsGiven,
          NetworkTables::endorsementsReceived,
          ContentTables::shares,
          ContentTables::comments,
          ActivityTables::reactions,
          ActivityTables::votes,
          ActivityTables::reposts,
          ActivityTables::savedItems,
          ActivityTables::richMedia,
          ActivityTables::events,
          ActivityTables::learning,
          ActivityTables::searches,
          NetworkTables::connections,
          NetworkTables::invitations,
          FollowTables::companies,
          FollowTables::members,
          FollowTables::hashtags,
          FollowTables::notes,
          FollowTables::importedContacts,
          MessageTables::messages,
          MessageTables::guide,
          CoachTables::coach,
          CoachTables::rolePlay,
          JobTables::resumes,
          JobTables::screeningAnswers,
          JobTables::savedAnswers,
          JobTables::applications,
          JobTables::savedJobs,
          JobTables::preferences,
          JobTables::alerts,
          JobTables::providers,
          AccountTables::registration,
          AccountTables::emails,
          AccountTables::phones,
          AccountTables::whatsapp,
          AccountTables::logins,
          AccountTables::challenges,
          AccountTables::verifications,
          AccountTables::receipts,
          AdTables::clicks,
          AdTables::audienceNetwork,
          AdTables::targeting,
          AdTables::inferences,
          AdTables::reviews);

  private LinkedInArchive() {}

  /// The files that this member's archive has.
  static List<ArchiveFile> files(Scene scene) {
    Stream<ArchiveFile> pages = Articles.of(scene).map(page -> page);
    return Stream.concat(FILES.stream().map(file -> file.apply(scene)), pages)
        .filter(ArchiveFile::exists)
        .toList();
  }
}
