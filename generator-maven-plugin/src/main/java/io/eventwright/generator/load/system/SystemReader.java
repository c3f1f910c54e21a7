package io.eventwright.generator.load.system;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.model.BucketModel;
import io.eventwright.generator.model.BusModel;
import io.eventwright.generator.model.DependencyModel;
import io.eventwright.generator.model.Encryption;
import io.eventwright.generator.model.SystemSettings;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.BucketSource;
import io.eventwright.generator.model.source.BusSource;
import io.eventwright.generator.model.source.DependencySource;
import io.eventwright.generator.model.source.EntitySource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.FeedSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SystemSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code system.yaml}: every part that is right, and a diagnostic for every one that is not.
 */
final class SystemReader {

  /** Quoted in no YAML 1.2: there the two are words, and no booleans. */
  private static final Map<String, Boolean> ON_OR_OFF =
      new TreeMap<>(Map.of("on", true, "off", false));

  private static final Map<String, Encryption> KEYS =
      new TreeMap<>(
          Map.of(
              "aws-owned", Encryption.AWS_OWNED,
              "customer-key", Encryption.CUSTOMER_KEY,
              "existing-key", Encryption.EXISTING_KEY));

  private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*");
  private static final Pattern ID_TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");
  private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/+@-]{0,127}");
  private static final DependencyModel.Breaker DEFAULT_BREAKER =
      new DependencyModel.Breaker(50, 20, Duration.ofSeconds(30), 1);

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9._/-]{1,256}"
              + "|arn:[a-z-]+:events:[a-z0-9-]+:[0-9]{12}:event-bus/[A-Za-z0-9._/-]{1,256}");
  private static final Pattern EVENT_SOURCE = Pattern.compile("[A-Za-z0-9._/-]{1,256}");
  private static final int MOST_SHARDS = 32;
  private static final int MOST_ATTEMPTS = 10;
  private static final int MOST_CALLS = 1000;
  private static final int MOST_PERMITS = 100;
  private static final int MOST_DAYS = 3650;

  private final Diagnostics found;
  private final Scalars scalars;
  private final Set<String> unread = new TreeSet<>();

  SystemReader(Diagnostics found) {
    this.found = found;
    scalars = new Scalars(found);
  }

  /** What the file says; null when it does not even have a name and a package. */
  @Nullable SystemSource read(Node root) {
    SectionReader reader = SectionReader.of(root, Section.SYSTEM, found);
    if (reader == null) {
      return null;
    }
    new SecretReader(found, scalars).refuseLiterals(root);
    Located<String> name = reader.get("system", scalars::name);
    Located<String> basePackage =
        reader.get(
            "package",
            each ->
                matching(each, PACKAGE, "a Java package in lower case, such as com.example.shop"));
    Located<String> owner =
        reader.get(
            "owner", each -> matching(each, OWNER, "a team's name of letters, digits and _.:/+@-"));
    PartReader parts = new PartReader(found, basePackage == null ? "unnamed" : basePackage.value());
    List<EntitySource> entities = parts(reader, "entities", this::entity);
    List<DependencySource> dependencies = parts(reader, "dependencies", this::dependency);
    var workers = parts(reader, "workers", new WorkerReader(parts)::read);
    var sagas = parts(reader, "sagas", new SagaReader(parts)::read);
    var projections = parts(reader, "projections", (each, node) -> projection(parts, each, node));
    var buckets = parts(reader, "buckets", this::bucket);
    var buses = parts(reader, "buses", this::bus);
    ApiSource api = reader.get("api", new ApiReader(parts)::read);
    boolean traced = reader.getOr("tracing", true, each -> scalars.word(each, ON_OR_OFF));
    SystemSettings settings = settings(reader);
    if (name == null || basePackage == null) {
      return null;
    }
    return new SystemSource(
        name,
        basePackage,
        owner,
        entities,
        dependencies,
        workers,
        sagas,
        projections,
        buckets,
        buses,
        api,
        traced,
        settings,
        unread);
  }

  private SystemSettings settings(SectionReader reader) {
    Duration remembered =
        reader.getOr(
            "remember",
            Duration.ofDays(SystemSettings.DEFAULT.rememberedDays()),
            each -> scalars.days(each, MOST_DAYS));
    Duration archived = reader.getOr("archive", remembered, each -> scalars.days(each, MOST_DAYS));
    Encryption encryption =
        reader.getOr("encryption", Encryption.AWS_OWNED, each -> scalars.word(each, KEYS));
    return new SystemSettings((int) remembered.toDays(), (int) archived.toDays(), encryption);
  }

  private <T> List<T> parts(
      SectionReader reader, String key, BiFunction<Located<String>, Node, @Nullable T> read) {
    List<T> right = new ArrayList<>();
    reader.each(
        key,
        (member, node) -> {
          Located<String> name = new Located<>(member.name(), member.nameLocation());
          boolean named = scalars.isName(name);
          T part = read.apply(name, node);
          if (part == null || !named) {
            unread.add(member.name());
          } else {
            right.add(part);
          }
        });
    return right;
  }

  private @Nullable EntitySource entity(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.ENTITY, found);
    if (reader == null) {
      return null;
    }
    Located<String> id =
        reader.get(
            "id", each -> matching(each, ID_TYPE, "the name of a Java type, such as PlayerId"));
    Located<String> state = reader.get("state", scalars::text);
    return reader.complete()
        ? new EntitySource(name, Objects.requireNonNull(id), Objects.requireNonNull(state))
        : null;
  }

  private @Nullable DependencySource dependency(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.DEPENDENCY, found);
    if (reader == null) {
      return null;
    }
    Duration timeout =
        reader.get(
            "timeout",
            each -> scalars.duration(each, Duration.ofMillis(1), PartReader.MOST_TIMEOUT));
    int attempts =
        reader.getOr(
            "attempts", DependencyModel.ATTEMPTS, each -> scalars.integer(each, 1, MOST_ATTEMPTS));
    boolean reconcile = reader.getOr("reconcile", false, each -> scalars.word(each, ON_OR_OFF));
    String secret = reader.get("secret", each -> new SecretReader(found, scalars).read(each));
    DependencyModel.Breaker breaker = reader.getOr("breaker", DEFAULT_BREAKER, this::breaker);
    return reader.complete()
        ? new DependencySource(
            name,
            new DependencyModel(
                name.value(),
                Objects.requireNonNull(timeout),
                attempts,
                reconcile,
                secret,
                breaker))
        : null;
  }

  private DependencyModel.@Nullable Breaker breaker(Node node) {
    SectionReader reader = SectionReader.of(node, Section.BREAKER, found);
    if (reader == null) {
      return null;
    }
    int failures = reader.getOr("failures", DEFAULT_BREAKER.failurePercent(), scalars::percent);
    int window =
        reader.getOr("of", DEFAULT_BREAKER.window(), each -> scalars.integer(each, 1, MOST_CALLS));
    Duration open =
        reader.getOr(
            "open",
            DEFAULT_BREAKER.open(),
            each -> scalars.duration(each, Duration.ofSeconds(1), Duration.ofHours(1)));
    int permits =
        reader.getOr(
            "permits", DEFAULT_BREAKER.permits(), each -> scalars.integer(each, 1, MOST_PERMITS));
    return reader.complete() ? new DependencyModel.Breaker(failures, window, open, permits) : null;
  }

  private @Nullable ProjectionSource projection(PartReader parts, Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.PROJECTION, found);
    if (reader == null) {
      return null;
    }
    List<Located<EventSelection>> from = reader.some("from", parts.events()::selection);
    Located<List<String>> key = reader.get("key", parts::path);
    Located<String> row = reader.get("row", scalars::text);
    FeedSource feed = new ChannelReader(parts).readOr(reader, name.location());
    Located<String> push = reader.get("push", scalars::name);
    Located<Integer> shards =
        reader.getOr(
            "shards",
            new Located<>(1, name.location()),
            each -> {
              Integer count = scalars.integer(each, 1, MOST_SHARDS);
              return count == null ? null : new Located<>(count, each.location());
            });
    Located<String> className =
        parts.className(reader, name, ClassNames.pascal(name.value()) + "Rows");
    return reader.complete()
        ? new ProjectionSource(
            name,
            from,
            Objects.requireNonNull(key),
            Objects.requireNonNull(row),
            feed,
            push,
            shards,
            reader.get("sort", parts::sort),
            className)
        : null;
  }

  private @Nullable BucketSource bucket(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.BUCKET, found);
    if (reader == null) {
      return null;
    }
    Integer days = reader.get("days", each -> scalars.integer(each, 1, MOST_DAYS));
    return reader.complete() ? new BucketSource(name, new BucketModel(name.value(), days)) : null;
  }

  private @Nullable BusSource bus(Located<String> name, Node node) {
    SectionReader reader = SectionReader.of(node, Section.BUS, found);
    if (reader == null) {
      return null;
    }
    Located<String> address =
        reader.get(
            "address",
            each -> matching(each, ADDRESS, "the name of a bus, or its ARN: arn:aws:events:..."));
    Located<String> source =
        reader.get(
            "source", each -> matching(each, EVENT_SOURCE, "what its events name as their source"));
    boolean enveloped = reader.getOr("envelope", false, scalars::flag);
    return reader.complete()
        ? new BusSource(
            name,
            new BusModel(
                name.value(),
                Objects.requireNonNull(address).value(),
                Objects.requireNonNull(source).value(),
                enveloped))
        : null;
  }

  private @Nullable Located<String> matching(Node node, Pattern pattern, String expected) {
    Located<String> text = scalars.text(node);
    if (text != null && !pattern.matcher(text.value()).matches()) {
      scalars.wrong(node, expected);
      return null;
    }
    return text;
  }
}
