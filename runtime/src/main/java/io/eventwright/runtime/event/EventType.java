package io.eventwright.runtime.event;

import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.seal.Sealing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One major of an event type: a contract, with all its minors.
 *
 * @param system the system that publishes it: {@code source} on the wire
 * @param name such as {@code order-placed}
 * @param major the contract's number
 * @param codec reads every minor of the major, writes the newest
 * @param validators one for each minor from 0 on, in order
 * @param sealing what of its data is sealed; null for nothing
 * @param <T> the generated record
 */
public record EventType<T>(
    String system,
    String name,
    int major,
    Codec<T> codec,
    List<Validator> validators,
    @Nullable Sealing sealing) {
  public EventType {
    validators = List.copyOf(validators);
  }

  /** A major of which nothing is sealed. */
  public EventType(
      String system, String name, int major, Codec<T> codec, List<Validator> validators) {
    this(system, name, major, codec, validators, null);
  }

  /** What its sealed texts are bound to: the same for every minor. */
  public String sealed() {
    return "event:" + wireType();
  }

  /** What {@code type} and {@code detail-type} say on the wire: {@code order-placed.v2}. */
  public String wireType() {
    return name + ".v" + major;
  }

  /** The newest minor, which is what producers write. */
  public int newestMinor() {
    return validators.size() - 1;
  }

  /** The full version's name on the wire. */
  public String dataschema(int minor) {
    return "urn:eventwright:" + system + ":" + name + ":" + major + "." + minor;
  }
}
