package io.eventwright.local.states.query;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.cache.CacheProvider;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSONPath over plain values, through the library the service itself speaks with. */
final class JsonPaths {
  private static final Configuration CONFIGURATION =
      Configuration.builder()
          .jsonProvider(new JsonSmartJsonProvider())
          .mappingProvider(new JsonSmartMappingProvider())
          .build();

  private JsonPaths() {}

  /** Nothing was found; the message says which step of the path led nowhere. */
  static final class NotFound extends Exception {
    private static final long serialVersionUID = 1L;

    NotFound(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * What the path selects: a value, or for a path that may select many, the list of what it
   * selected.
   */
  static @Nullable Object read(String path, @Nullable Object root) throws NotFound {
    if ("$".equals(path)) {
      return root;
    }
    JsonPath compiled;
    try {
      compiled = JsonPath.compile(path);
    } catch (InvalidPathException invalid) {
      throw new NotFound(String.valueOf(invalid.getMessage()));
    }
    if (root == null) {
      return missing(compiled, "No results for path: " + compiled.getPath());
    }
    try {
      Object found = compiled.read(root, CONFIGURATION);
      return found instanceof List<?> list && !compiled.isDefinite()
          ? new ArrayList<>(list)
          : found;
    } catch (PathNotFoundException missing) {
      return missing(compiled, String.valueOf(missing.getMessage()));
    } catch (InvalidPathException | ClassCastException invalid) {
      throw new NotFound(String.valueOf(invalid.getMessage()));
    }
  }

  private static List<Object> missing(JsonPath path, String message) throws NotFound {
    // A path that may select many selects none where its way ends early.
    if (path.isDefinite()) {
      throw new NotFound(message);
    }
    return new ArrayList<>();
  }

  /** Why the text is not a path at all, or null when it is one. */
  static @Nullable String problem(String path) {
    try {
      JsonPath.compile(path);
      return null;
    } catch (InvalidPathException | IllegalArgumentException invalid) {
      return String.valueOf(invalid.getMessage());
    }
  }

  static {
    // Definitions come and go; a small cache keeps a long-lived local cloud from growing.
    CacheProvider.setCache(new com.jayway.jsonpath.spi.cache.LRUCache(400));
  }
}
