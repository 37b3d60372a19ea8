package dev.demur.archive.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The files of one member's archive, in the order in which they are written.
final class LinkedInArchive {
  private static final List<Function<Scene, Table>> TABLES =
      List.of(
          ProfileTables::profile,
          ProfileTables::positions,
          ProfileTables::education,
          ProfileTables::skills,
          ContentTables::shares,
          ContentTables::comments,
          NetworkTables::connections,
          NetworkTables::invitations,
          NetworkTables::recommendationsGiven,
          NetworkTables::recommendationsReceived,
          NetworkTables::endorsementsGiven,
          NetworkTables::endorsementsReceived,
          MessageTables::messages,
          MessageTables::guide);

  private LinkedInArchive() {}

  /// The tables that this member's archive has.
  static List<Table> tables(Scene scene) {
    var tables = new ArrayList<Table>();
    for (Function<Scene, Table> kind : TABLES) {
      Table table = kind.apply(scene);
      if (table.exists()) {
        tables.add(table);
      }
    }
    return tables;
  }
}
