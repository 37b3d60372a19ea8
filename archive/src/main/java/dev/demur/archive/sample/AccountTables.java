package dev.demur.archive.sample;

import dev.demur.model.Category;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// The account itself: how it was made, reached, entered and paid for.
final class AccountTables {
  private static final List<String> AGENTS =
      List.of(
          "Mozilla/5.0 (X11; Linux x86_64) ExampleBrowser/128.0",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) ExampleBrowser/131.0",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ExampleApp/9.31",
          "Mozilla/5.0 (Linux; Android 15) ExampleApp/4.1.902");

  private AccountTables() {}

  static Table registration(Scene scene) {
    var table = Table.of("Registration.csv", "Registered At,Registration Ip,Subscription Types");
    Draw draw = scene.draw("registration");
    table.add(
        List.of(Category.OTHER, Category.CREDENTIAL),
        Timeline.brief(scene.person().registered()),
        new Passage().plant("ip", Plants.ip(draw)),
        draw.chance(0.12) ? "Basic; Premium Career" : "Basic");
    return table;
  }

  static Table emails(Scene scene) {
    var table = Table.of("Email Addresses.csv", "Email Address,Confirmed,Primary,Updated On");
    Person person = scene.person();
    Draw draw = scene.draw("emails");
    table.add(
        Category.CONTACT,
        new Passage().plant("email", person.email()),
        "Yes",
        "Yes",
        Timeline.brief(person.registered()));
    if (draw.chance(0.3)) {
      table.add(
          Category.CONTACT,
          new Passage().plant("email", "old." + person.email()),
          draw.pick("Yes", "No"),
          "No",
          "");
    }
    return table;
  }

  static Table phones(Scene scene) {
    var table = Table.of("PhoneNumbers.csv", "Extension,Number,Type");
    Draw draw = scene.draw("phones");
    if (draw.chance(0.6)) {
      table.add(
          Category.CONTACT,
          "",
          new Passage().plant("phone", Plants.phone(scene.person())),
          "Mobile");
      if (draw.chance(0.3)) {
        table.add(List.of(), "", "", "");
      }
    }
    return table;
  }

  static Table whatsapp(Scene scene) {
    var table = Table.of("Whatsapp Phone Numbers.csv", "Number,Extension,Is_WhatsApp_Number");
    if (scene.draw("whatsapp").chance(0.1)) {
      table.add(
          Category.CONTACT, new Passage().plant("phone", Plants.phone(scene.person())), "", "true");
    }
    return table;
  }

  static Table logins(Scene scene) {
    var table = Table.of("Logins.csv", "Login Date,IP Address,User Agent,Login Type");
    Draw draw = scene.draw("logins");
    List<Instant> times =
        ActivityTables.moments(scene, draw.child("when"), draw.between(2, 14)).toList();
    for (int i = 0; i < times.size(); i++) {
      table.add(
          Category.CREDENTIAL,
          Timeline.weekday(times.get(i)),
          new Passage().plant("ip", Plants.ip(draw)),
          Passage.of(draw.pick(AGENTS)).add(i == 0 ? scene.canary("login") : ""),
          draw.pick("PASSWORD", "PASSWORD", "REMEMBER_ME", "ONE_CLICK"));
    }
    return table;
  }

  static Table challenges(Scene scene) {
    var table =
        Table.of(
            "Security Challenges.csv",
            "Challenge Date,IP Address,User Agent,Country,Challenge Type");
    Draw draw = scene.draw("challenges");
    ActivityTables.moments(scene, draw.child("when"), draw.chance(0.3) ? draw.between(1, 2) : 0)
        .forEach(at ->
            table.add(
                Category.CREDENTIAL,
                Timeline.weekday(at),
                new Passage().plant("ip", Plants.ip(draw)),
                Passage.of(draw.pick(AGENTS))
                    .add(scene.canary("challenge", draw.child("at", at.getEpochSecond()))),
                scene.person().home().country().code().toLowerCase(Locale.ROOT),
                "EMAIL_PIN"));
    return table;
  }

  static Table verifications(Scene scene) {
    var table =
        Table.of(
            "Verifications/Verifications.csv",
            "First name,Middle name,Last name,Verification type,Organization name,Email"
                + " address,Country,State,City,Year of birth,Issuing authority,Document"
                + " type,Verification service provider,Verified date,Expiry date");
    Draw draw = scene.draw("verifications");
    Person person = scene.person();
    if (!person.isMinor() && draw.chance(0.08)) {
      table.add(
          Category.CREDENTIAL,
          person.name().given().toUpperCase(Locale.ROOT),
          "",
          person.name().family().toUpperCase(Locale.ROOT),
          "Identity",
          "N/A",
          "N/A",
          person.home().country().name(),
          "N/A",
          "N/A",
          draw.pick("0", "" + person.born().getYear()),
          "N/A",
          "Passport",
          Passage.of("Example ID Service").add(scene.canary("verification")),
          Timeline.DAY.minusDays(draw.between(30L, 600L)).toString(),
          "N/A");
    }
    return table;
  }

  static Table receipts(Scene scene) {
    var table =
        Table.of(
            "Receipts_v2.csv",
            "First Name,Last Name,Billing Country,Postal Code,Transaction Made At,Payment Method"
                + " Type,Invoice Number,Description,Tax Amount,Sub Total,Total Amount,Currency Code");
    Draw draw = scene.draw("receipts");
    Person person = scene.person();
    int count = !person.isMinor() && draw.chance(0.2) ? draw.between(1, 6) : 0;
    for (int i = 0; i < count; i++) {
      Instant at = Timeline.ARCHIVED.minusSeconds((i + 1) * 2_592_000L + draw.below(86_400));
      table.add(
          Category.PAYMENT,
          person.name().given(),
          person.name().family(),
          person.home().country().code(),
          person.home().postcode(),
          Timeline.secondsUtc(at),
          draw.pick("VISA", "MASTERCARD", "PAYPAL"),
          "%010d".formatted(draw.between(1, 999_999_999)),
          Passage.of("Premium Career Monthly")
              .add(scene.canary("receipt", draw.child("receipt", i))),
          "5.21",
          "24.79",
          "30.00",
          "EUR");
    }
    return table;
  }
}
