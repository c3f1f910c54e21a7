package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.model.schema.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Documents that references may lead to and that are no input of their own: the metaschemas of
 * every dialect, and what was vendored. Read once; nothing is ever fetched.
 */
public final class SchemaLibrary {

  private static final List<String> METASCHEMAS =
      List.of(
          "draft-04/schema",
          "draft-06/schema",
          "draft-07/schema",
          "draft/2019-09/schema",
          "draft/2019-09/meta/core",
          "draft/2019-09/meta/applicator",
          "draft/2019-09/meta/validation",
          "draft/2019-09/meta/meta-data",
          "draft/2019-09/meta/format",
          "draft/2019-09/meta/content",
          "draft/2020-12/schema",
          "draft/2020-12/meta/core",
          "draft/2020-12/meta/applicator",
          "draft/2020-12/meta/unevaluated",
          "draft/2020-12/meta/validation",
          "draft/2020-12/meta/meta-data",
          "draft/2020-12/meta/format-annotation",
          "draft/2020-12/meta/format-assertion",
          "draft/2020-12/meta/content");

  /** Read when first asked for. */
  private static final class Standard {
    static final SchemaLibrary LIBRARY =
        of(METASCHEMAS.stream().map(Standard::source).toList(), Dialect.DRAFT_2020_12).value();

    private static SchemaSource source(String name) {
      try (InputStream resource = SchemaLibrary.class.getResourceAsStream("metaschemas/" + name)) {
        if (resource == null) {
          throw new IllegalStateException("the metaschema " + name + " is missing from the jar");
        }
        String site =
            name.startsWith("draft/") ? "https://json-schema.org/" : "http://json-schema.org/";
        return new SchemaSource("metaschemas/" + name, site + name, resource.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A document that is read and waits to be needed. */
  record Entry(String file, String uri, Node root, Dialect defaultDialect) {}

  private final Map<String, Entry> byUri;

  private SchemaLibrary(Map<String, Entry> byUri) {
    this.byUri = byUri;
  }

  /** A library with nothing in it. */
  public static SchemaLibrary empty() {
    return new SchemaLibrary(Map.of());
  }

  /** The metaschemas of all dialects. */
  public static SchemaLibrary standard() {
    return Standard.LIBRARY;
  }

  /**
   * A library of documents.
   *
   * @param defaultDialect what those are written in that do not say
   */
  public static Checked<SchemaLibrary> of(List<SchemaSource> sources, Dialect defaultDialect) {
    Diagnostics found = new Diagnostics();
    Map<String, Entry> byUri = new LinkedHashMap<>();
    for (SchemaSource source : sources) {
      Node root = found.take(Documents.read(source.file(), source.content())).valueOrNull();
      if (root != null) {
        Entry entry = new Entry(source.file(), source.uri(), root, defaultDialect);
        for (String uri : SchemaIndex.resourcesOf(entry)) {
          byUri.putIfAbsent(uri, entry);
        }
      }
    }
    return Checked.of(new SchemaLibrary(byUri), found);
  }

  /** The documents of this library and then those of another. */
  public SchemaLibrary and(SchemaLibrary other) {
    Map<String, Entry> both = new LinkedHashMap<>(byUri);
    other.byUri.forEach(both::putIfAbsent);
    return new SchemaLibrary(both);
  }

  /** The document that is, or holds, the resource of that URI. */
  Optional<Entry> find(String uri) {
    return Optional.ofNullable(byUri.get(uri));
  }

  /** Every URI in the library, for suggestions. */
  List<String> uris() {
    return new ArrayList<>(byUri.keySet());
  }
}
