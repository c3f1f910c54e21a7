package io.eventwright.runtime.seal;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens what is sensitive. What is sealed stays so wherever it is kept or carried: log,
 * bus, queues, dead letters, read models; it is open only while it is worked on. Of a person who is
 * forgotten it is gone: their members are missing. Keys are kept for a minute at most. Safe under
 * many threads.
 */
public final class Seals {
  /** Opens nothing: to whom it is given everybody is forgotten. For those who show no secrets. */
  public static final Seals SHUT = new Seals(null, Clock.systemUTC());

  private static final Duration KEPT = Duration.ofSeconds(60);
  private static final int MOST_KEPT = 1_000;

  private final @Nullable Supplier<SubjectKeys> keys;
  private final Clock clock;
  private final Map<String, Known> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * Seals with the keys of a table.
   *
   * @param keys asked for when first needed; null for none
   */
  public Seals(@Nullable Supplier<SubjectKeys> keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** A key that was read, or that there was none. */
  private record Known(byte @Nullable [] key, Instant until) {}

  /** A document does not say whose it is, so that there is no key for it. */
  public static final class NoSubject extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSubject(String message) {
      super(message);
    }
  }

  /**
   * The document with what is sensitive sealed.
   *
   * @param sealing null for a document that has nothing to seal
   * @param what names the kind of document, such as {@code entity:wallet}: sealed texts of one kind
   *     mean nothing in another
   * @throws NoSubject when it does not say whose it is
   */
  public JsonValue seal(@Nullable Sealing sealing, String what, JsonValue document) {
    if (sealing == null) {
      return document;
    }
    String subject = Documents.text(document, sealing.subject());
    if (subject == null) {
      throw new NoSubject(
          what + " has no " + String.join(".", sealing.subject()) + ", which says whose it is");
    }
    String keyId = SubjectKeys.keyId(sealing.kind(), subject);
    return Documents.change(
        document,
        sealing.paths(),
        (place, value) -> new JsonString(sealed(keyId, what + place, value.toString())));
  }

  private String sealed(String keyId, String place, String value) {
    if (keys == null) {
      throw new IllegalStateException("nothing is sealed by who has no keys");
    }
    byte[] key = key(keyId, true);
    return key == null
        ? SealedText.FORGOTTEN
        : SealedText.seal(key, keyId, place, value).toString();
  }

  /** The same of a JSON text. */
  public String seal(@Nullable Sealing sealing, String what, String json) {
    return sealing == null ? json : seal(sealing, what, parsed(json)).toString();
  }

  /** The document as it was; without those members that are forgotten. */
  public JsonValue open(@Nullable Sealing sealing, String what, JsonValue document) {
    return sealing == null
        ? document
        : Documents.change(
            document, sealing.paths(), (place, value) -> opened(what + place, value));
  }

  /** The same of a JSON text. */
  public String open(@Nullable Sealing sealing, String what, String json) {
    return sealing == null ? json : open(sealing, what, parsed(json)).toString();
  }

  /** What was written before anything was sealed is as it is. */
  private @Nullable JsonValue opened(String place, JsonValue value) {
    SealedText sealed = value instanceof JsonString text ? SealedText.of(text.value()) : null;
    if (sealed == null) {
      return value;
    }
    byte[] key = key(sealed.keyId(), false);
    String plain = key == null ? null : sealed.open(key, place);
    return plain == null ? null : parsed(plain);
  }

  private byte @Nullable [] key(String keyId, boolean make) {
    Supplier<SubjectKeys> table = keys;
    if (table == null || keyId.equals("forgotten")) {
      return null;
    }
    synchronized (known) {
      Known before = known.get(keyId);
      if (before != null && clock.instant().isBefore(before.until())) {
        return before.key();
      }
    }
    Optional<byte[]> found = make ? table.get().findOrMake(keyId) : table.get().find(keyId);
    synchronized (known) {
      // That a reader finds none does not keep a writer from making one.
      if (make || found.isPresent()) {
        known.put(keyId, new Known(found.orElse(null), clock.instant().plus(KEPT)));
      }
    }
    return found.orElse(null);
  }

  private static JsonValue parsed(String json) {
    try {
      return Json.parse(json);
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("what was written by ourselves is no JSON", e);
    }
  }
}
