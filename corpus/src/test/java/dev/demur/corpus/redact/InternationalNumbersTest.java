package dev.demur.corpus.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.demur.testsupport.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is found behind a plus sign is what libphonenumber takes for possible.
class InternationalNumbersTest {
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  private static final int NUMBERS = 2000;

  static LongStream seeds() {
    return Seeds.upTo(5);
  }

  private static boolean isFound(String number) {
    return Redactor.redact("Write to " + number + " please").spans().stream()
        .anyMatch(span -> span.type() == SpanType.PHONE);
  }

  private static boolean isPossible(String number) {
    try {
      return PLANS.isPossibleNumber(PLANS.parse(number, "ZZ"));
    } catch (NumberParseException e) {
      return false; // what the test asks
    }
  }

  @Test
  void exampleNumbersOfEveryCountryAreFound() {
    List<String> missed = new ArrayList<>();
    for (String region : PLANS.getSupportedRegions()) {
      for (PhoneNumberUtil.PhoneNumberType type : PLANS.getSupportedTypesForRegion(region)) {
        PhoneNumber example = PLANS.getExampleNumberForType(region, type);
        String written =
            example == null ? "" : PLANS.format(example, PhoneNumberFormat.INTERNATIONAL);
        if (written.replaceAll("\\D", "").length() >= 8 && !isFound(written)) {
          missed.add(region + " " + written);
        }
      }
    }
    assertThat(missed).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void digitsBehindAPlusAreFoundWhereTheyArePossible(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> codes = PLANS.getSupportedCallingCodes().stream().sorted().toList();
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < NUMBERS; i++) {
      StringBuilder number = new StringBuilder("+" + codes.get(random.nextInt(codes.size())));
      for (int digits = random.nextInt(7, 13); digits > 0; digits--) {
        number.append(random.nextInt(10));
      }
      String written = number.toString();
      if (written.length() <= 16 && isFound(written) != isPossible(written)) {
        differing.add(written);
      }
    }
    assertThat(differing).isEmpty();
  }
}
