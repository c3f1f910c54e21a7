package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a reference names among the documents at hand: by id first, then by the file's own
 * address, so that files which were moved together still find each other.
 */
final class ReferenceResolver {

  private final SchemaIndex index;
  private final Diagnostics found;

  ReferenceResolver(SchemaIndex index, Diagnostics found) {
    this.index = index;
    this.found = found;
  }

  /** The schema that {@code text} names at a place; null, and reported, when there is none. */
  @Nullable SchemaKey resolve(SchemaPlace place, String text, SourceLocation location) {
    UriReference reference = UriReference.parse(text);
    UriReference byId = reference.resolveAgainst(UriReference.parse(place.key().resource()));
    UriReference byFile = reference.resolveAgainst(UriReference.parse(place.documentUri()));
    Optional<SchemaKey> target = find(byId).or(() -> find(byFile));
    if (target.isEmpty()) {
      report(text, byId, location);
    }
    return target.orElse(null);
  }

  private void report(String text, UriReference target, SourceLocation location) {
    String uri = target.withoutFragment();
    String message =
        index.resource(uri).isPresent()
            ? text + " leads to no schema within " + uri + "."
            : "No supplied document has the id or path "
                + uri
                + ", and nothing is ever fetched. Add the document, or vendor it with events:import."
                + Suggestion.didYouMean(uri, index.knownUris());
    found.error(location, "unresolved-reference", message);
  }

  private Optional<SchemaKey> find(UriReference target) {
    String uri = target.withoutFragment();
    String fragment = target.decodedFragment();
    return index
        .resource(uri)
        .flatMap(
            root ->
                fragment.isEmpty() || fragment.startsWith("/")
                    ? follow(root, fragment)
                    : index.anchor(resourceOf(root, uri), fragment));
  }

  /** A document may be known by its file's address and have another by its id. */
  private String resourceOf(Node root, String uri) {
    SchemaPlace place = index.placeOf(root);
    return place == null ? uri : place.key().resource();
  }

  private Optional<SchemaKey> follow(Node root, String pointer) {
    SchemaPlace around = index.placeOf(root);
    if (around == null) {
      return Optional.empty();
    }
    Node node = root;
    SchemaKey key = around.key();
    for (String segment : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      String name = segment.replace("~1", "/").replace("~0", "~");
      node = step(node, name);
      if (node == null) {
        return Optional.empty();
      }
      key = key.child("/" + Shape.escape(name));
      SchemaPlace place = index.placeOf(node);
      if (place != null) {
        around = place;
        key = place.key();
      }
    }
    if (node instanceof ObjectNode || node instanceof BooleanNode) {
      return Optional.of(index.placeOf(node) == null ? index.adopt(node, key, around).key() : key);
    }
    return Optional.empty();
  }

  private static @Nullable Node step(Node node, String name) {
    if (node instanceof ObjectNode object) {
      return object.get(name);
    }
    boolean isIndex =
        !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    if (node instanceof ArrayNode array
        && isIndex
        && Integer.parseInt(name) < array.items().size()) {
      return array.items().get(Integer.parseInt(name));
    }
    return null;
  }
}
