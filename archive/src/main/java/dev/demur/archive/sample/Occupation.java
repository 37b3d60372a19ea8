package dev.demur.archive.sample;

import java.util.List;

/// An occupation of the catalogue, with the words its people use.
///
/// @param weight how often it is drawn, relative to the others
/// @param called what the work is called, as in "ten years of nursing"
/// @param worker one who does it, as in "every nurse"
/// @param titles job titles, from the most junior to the most senior
/// @param sectors where people work, see `employers.txt`
/// @param next ids of the occupations that people move on to
/// @param unit what is counted, plural
/// @param place where it happens
/// @param event what keeps coming back
/// @param tool what everyone has at hand
/// @param mottoes what people put in a headline
/// @param pitches whole sentences in which people say what they do
/// @param tasks phrases that begin with a verb in its base form
/// @param results phrases that begin with a verb in the past, with ranges of numbers
/// @param lessons whole sentences
/// @param questions whole questions
public record Occupation(
    String id,
    String fieldName,
    int weight,
    String called,
    String worker,
    List<String> titles,
    List<String> degrees,
    List<String> sectors,
    List<String> skills,
    List<String> certificates,
    List<String> next,
    String unit,
    String place,
    String event,
    String tool,
    List<String> mottoes,
    List<String> pitches,
    List<String> tasks,
    List<String> results,
    List<String> lessons,
    List<String> questions) {

  static Occupation of(Sections section, String fieldName) {
    return new Occupation(
        section.id(),
        fieldName,
        Integer.parseInt(section.rest()),
        section.one("called"),
        section.one("worker"),
        section.parts("titles"),
        section.parts("degrees"),
        section.parts("sectors"),
        section.parts("skills"),
        section.parts("certs"),
        section.parts("next"),
        section.one("unit"),
        section.one("place"),
        section.one("event"),
        section.one("tool"),
        section.all("motto"),
        section.all("pitch"),
        section.all("task"),
        section.all("result"),
        section.all("lesson"),
        section.all("question"));
  }
}
