package dev.demur.corpus.store;

import dev.demur.model.MemberFactSource;
import dev.demur.model.MemberId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Stands in for other people's ids in a holder's stored records.
///
/// One person has the same token in everybody's records, whether a member, a member to be, or never
/// one, so nobody's stored records change when a person joins or is erased, and no id of a person
/// stays behind in the records of others. Who holds the key and knows an id can compute its token:
/// that is how a member's facts are found, and how a person who joins again is found again.
///
/// `token:` and 32 hex digits, the first 16 bytes of `HMAC-SHA256(key, id in UTF-8)`. An id that is
/// only a name (`name:jane roe`) stays as it is: no member can have it. Immutable, thread-safe.
public final class PersonTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "token:";
  private static final int MIN_KEY_BYTES = 16;
  private static final int TOKEN_BYTES = 16;

  private final SecretKeySpec key;

  /// @param key secret, at least 16 bytes; tables written under another key find nobody
  public PersonTokens(byte[] key) {
    if (key.length < MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          "the key for person tokens must have at least %d bytes, got %d"
              .formatted(MIN_KEY_BYTES, key.length));
    }
    this.key = new SecretKeySpec(key.clone(), ALGORITHM);
  }

  /// Whether an id is a token already.
  public static boolean isToken(MemberId id) {
    return id.value().startsWith(PREFIX);
  }

  /// Whether a text is a token.
  static boolean isToken(String id) {
    return id.startsWith(PREFIX);
  }

  /// The token of a person; names and tokens stay what they are.
  public MemberId tokenOf(MemberId person) {
    if (person.isNameOnly() || isToken(person)) {
      return person;
    }
    byte[] code = mac().doFinal(person.value().getBytes(StandardCharsets.UTF_8));
    return new MemberId(PREFIX + HexFormat.of().formatHex(code, 0, TOKEN_BYTES));
  }

  /// The tokens of members, to find a member by token.
  public Map<MemberId, MemberId> byToken(Set<MemberId> members) {
    Map<MemberId, MemberId> found = HashMap.newHashMap(members.size());
    members.forEach(member -> found.put(tokenOf(member), member));
    return found;
  }

  /// A fact source that answers for tokens of members as for the members themselves.
  ///
  /// @param members everyone the facts know
  public MemberFactSource resolving(MemberFactSource facts, Set<MemberId> members) {
    Map<MemberId, MemberId> known = byToken(members);
    return person ->
        isToken(person)
            ? Optional.ofNullable(known.get(person)).flatMap(facts::factsOf)
            : facts.factsOf(person);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }
}
