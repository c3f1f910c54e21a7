package io.eventwright.local.secrets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.json.Json;
import io.eventwright.local.template.SecretsFile;
import io.eventwright.local.template.StackSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code GetSecretValue}, of what the user's file has, or a test has said. What is asked for and is
 * not there is refused with where to write it.
 */
public final class SecretsService implements AwsService {

  /** What AWS ends a secret's ARN with are six characters of its own choice. */
  public static final String ENDING = "-LOCAL0";

  private static final String PLACE = ":secret:";

  private final StackSettings settings;
  private final SecretsFile file;
  private final Map<String, String> said = new ConcurrentHashMap<>();

  /** Of that stack. */
  public SecretsService(StackSettings settings, SecretsFile file) {
    this.settings = settings;
    this.file = file;
  }

  /** Lets a secret be this one until the next reset, whatever the file says. */
  public void say(String name, String text) {
    said.put(name, text);
  }

  /** Forgets what was said. */
  public void reset() {
    said.clear();
  }

  /** The same for every secret among a function's variables. */
  public List<String> missingOf(Collection<String> variables) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String value : variables) {
      String what = value.startsWith("arn:aws:secretsmanager:") ? missing(value) : null;
      if (what != null) {
        missing.add(what);
      }
    }
    return missing;
  }

  /** What is to be done about a secret that nobody has; null if somebody has it. */
  public @Nullable String missing(String id) throws IOException {
    return find(id) != null
        ? null
        : "there is no secret %s here. Write it into %s, which is not for the repository: %s: <the secret>"
            .formatted(name(id), file.shown(), name(id));
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws IOException {
    if (!request.operation().equals("GetSecretValue")) {
      return AwsResponse.error(
          400, "InvalidRequestException", "the local cloud only knows GetSecretValue");
    }
    String id = request.json().path("SecretId").asText();
    String text;
    try {
      text = find(id);
    } catch (IOException e) {
      return AwsResponse.error(400, "InvalidRequestException", String.valueOf(e.getMessage()));
    }
    if (text == null) {
      return AwsResponse.error(400, "ResourceNotFoundException", String.valueOf(missing(id)));
    }
    ObjectNode answer = Json.object();
    answer.put("ARN", arn(id, settings.arn("secretsmanager", "")));
    answer.put("Name", name(id));
    answer.put("SecretString", text);
    answer.putArray("VersionStages").add("AWSCURRENT");
    return AwsResponse.ok(answer);
  }

  private @Nullable String find(String id) throws IOException {
    String name = name(id);
    if (said.containsKey(name)) {
      return said.get(name);
    }
    Map<String, String> known = file.read();
    return known.getOrDefault(name, known.get(id));
  }

  /**
   * The whole ARN that is meant by a name, an ARN without its ending, or a whole one.
   *
   * @param account begins every ARN of the service's: {@code arn:aws:secretsmanager:…:…:}
   */
  public static String arn(String id, String account) {
    String arn = id.startsWith("arn:") ? id : account + "secret:" + id;
    return arn.matches(".*-[A-Za-z0-9]{6}") ? arn : arn + ENDING;
  }

  private static String name(String id) {
    int place = id.indexOf(PLACE);
    String name = place < 0 ? id : id.substring(place + PLACE.length());
    return place >= 0 && name.matches(".*-[A-Za-z0-9]{6}")
        ? name.substring(0, name.length() - ENDING.length())
        : name;
  }
}
