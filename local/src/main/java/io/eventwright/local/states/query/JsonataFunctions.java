package io.eventwright.local.states.query;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import io.eventwright.local.states.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The functions that Step Functions adds to JSONata. */
final class JsonataFunctions {
  private static final String URL_SIGNS = "-_.!~*'();/?:@&=+$,#";

  private JsonataFunctions() {}

  static void bind(Jsonata.Frame frame) {
    define(frame, "partition", "<an:a>", JsonataFunctions::partition);
    define(frame, "range", "<nnn:a>", JsonataFunctions::range);
    define(frame, "hash", "<xs:s>", JsonataFunctions::hash);
    define(frame, "random", "<n?:n>", JsonataFunctions::random);
    define(frame, "uuid", "<:s>", arguments -> UUID.randomUUID().toString());
    define(frame, "parse", "<s:x>", JsonataFunctions::parse);
    // The library's writes a space as a plus sign.
    define(frame, "encodeUrl", "<s-:s>", JsonataFunctions::encodeUrl);
    // The service has no $eval.
    define(
        frame,
        "eval",
        "<x?x?:x>",
        arguments -> {
          throw new JException("T1006", 0);
        });
  }

  private interface Body {
    @Nullable Object call(Arguments arguments);
  }

  private static void define(Jsonata.Frame frame, String name, String signature, Body body) {
    Jsonata.FnVarArgs<Object> function = arguments -> body.call(plain(arguments));
    frame.bind(name, Jsonata.<Object, Object, Object>function(name, function, signature));
  }

  private static Arguments plain(List<?> given) {
    @SuppressWarnings("unchecked")
    List<@Nullable Object> plain = (List<@Nullable Object>) JsonataValues.fromLibrary(given);
    return new Arguments(plain == null ? List.of() : plain);
  }

  private static @Nullable Object partition(Arguments arguments) {
    return JsonataValues.toLibrary(Sequences.partition(arguments.array(0), arguments.integer(1)));
  }

  private static @Nullable Object range(Arguments arguments) {
    return Sequences.range(arguments.integer(0), arguments.integer(1), arguments.integer(2));
  }

  private static @Nullable Object hash(Arguments arguments) {
    return Digests.hex(arguments.text(0), arguments.string(1));
  }

  private static @Nullable Object random(Arguments arguments) {
    return arguments.count() > 0 && arguments.given().get(0) != null
        ? new Random(arguments.integer(0)).nextDouble()
        : ThreadLocalRandom.current().nextDouble();
  }

  private static @Nullable Object encodeUrl(Arguments arguments) {
    StringBuilder encoded = new StringBuilder();
    for (byte sign : arguments.string(0).getBytes(StandardCharsets.UTF_8)) {
      if (sign > 0 && (Character.isLetterOrDigit(sign) || URL_SIGNS.indexOf(sign) >= 0)) {
        encoded.append((char) sign);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(sign));
      }
    }
    return encoded.toString();
  }

  private static @Nullable Object parse(Arguments arguments) {
    return JsonataValues.toLibrary(Json.parse(arguments.string(0)));
  }
}
