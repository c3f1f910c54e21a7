package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every schema of the documents seen so far: by place in the document, by URI, by anchor. */
final class SchemaIndex {

  private final SchemaLibrary library;
  private final LoaderOptions options;
  private final Diagnostics found;
  private final Dialects dialects;
  private final Map<Node, SchemaPlace> places = new IdentityHashMap<>();
  private final List<SchemaPlace> inOrder = new ArrayList<>();
  private final Map<String, Node> documents = new HashMap<>();
  private final Map<String, Node> resources = new LinkedHashMap<>();
  private final Map<String, Map<String, SchemaKey>> anchors = new HashMap<>();
  private final Map<String, Map<String, SchemaKey>> dynamicAnchors = new LinkedHashMap<>();

  SchemaIndex(LoaderOptions options, Diagnostics found) {
    this.options = options;
    this.library = options.library();
    this.found = found;
    this.dialects = new Dialects(this, options, found);
  }

  /** The URIs of all resources in a document of the library. */
  static List<String> resourcesOf(SchemaLibrary.Entry entry) {
    LoaderOptions lenient =
        new LoaderOptions(entry.defaultDialect(), false, false, SchemaLibrary.empty(), Set.of());
    SchemaIndex index = new SchemaIndex(lenient, new Diagnostics());
    index.add(entry.uri(), entry.root(), DialectRules.of(entry.defaultDialect()));
    return new ArrayList<>(index.resources.keySet());
  }

  /** Makes a document known before any is looked into, so that their order does not matter. */
  void announce(String uri, Node root) {
    documents.putIfAbsent(UriReference.parse(uri).withoutFragment(), root);
    if (root instanceof ObjectNode object) {
      for (String keyword : List.of("$id", "id")) {
        String id = object.text(keyword);
        if (id != null) {
          documents.putIfAbsent(
              UriReference.parse(id).resolveAgainst(UriReference.parse(uri)).withoutFragment(),
              root);
        }
      }
    }
  }

  /** The root of the announced document, or the library's, of that URI. */
  Optional<Node> documentRoot(String uri) {
    Node announced = documents.get(uri);
    return announced != null
        ? Optional.of(announced)
        : library.find(uri).map(SchemaLibrary.Entry::root);
  }

  /** Adds all schemas of a document and gives back its root. */
  SchemaPlace add(String uri, Node root, DialectRules defaults) {
    String resource = UriReference.parse(uri).withoutFragment();
    resources.putIfAbsent(resource, root);
    DialectRules rules = dialects.of(root, defaults);
    walk(root, new SchemaKey(resource, ""), rules, resource);
    return placeAt(root);
  }

  private SchemaPlace placeAt(Node node) {
    SchemaPlace place = places.get(node);
    if (place == null) {
      throw new IllegalStateException("not indexed: " + node.location());
    }
    return place;
  }

  private void walk(Node node, SchemaKey key, DialectRules rules, String documentUri) {
    if (places.containsKey(node)) {
      return;
    }
    SchemaKey own = key;
    DialectRules ownRules = rules;
    boolean bareReference =
        node instanceof ObjectNode object
            && rules.referenceStandsAlone()
            && object.get("$ref") instanceof StringNode;
    if (node instanceof ObjectNode object && !bareReference) {
      String id = object.text(rules.idKeyword());
      if (id != null && !key.pointer().isEmpty() && object.get("$schema") != null) {
        ownRules = dialects.of(node, rules);
        id = object.text(ownRules.idKeyword());
      }
      if (id != null) {
        own = identify(object, id, key, ownRules);
      }
    }
    SchemaPlace place = new SchemaPlace(node, own, ownRules, documentUri);
    places.put(node, place);
    inOrder.add(place);
    if (node instanceof ObjectNode object && !bareReference) {
      anchors(object, own, ownRules);
    }
    if (node instanceof ObjectNode object) {
      SchemaKey parent = own;
      DialectRules inherited = ownRules;
      for (ObjectNode.Member member : object.members().values()) {
        KeywordRule rule = Keywords.find(member.name());
        if (rule != null
            && walks(rule, ownRules)
            && !(bareReference && !Keywords.isContainer(member.name()))) {
          String prefix = "/" + Shape.escape(member.name());
          rule.shape()
              .forEachSchema(
                  member.value(),
                  (pointer, child) ->
                      walk(child, parent.child(prefix + pointer), inherited, documentUri));
        }
      }
    }
  }

  private boolean walks(KeywordRule rule, DialectRules rules) {
    return rule.isIn(rules) || options.strictKeywords() && Keywords.isContainer(rule.name());
  }

  private SchemaKey identify(ObjectNode schema, String id, SchemaKey key, DialectRules rules) {
    UriReference reference = UriReference.parse(id);
    SchemaKey own = key;
    String plain = reference.withoutFragment();
    if (!plain.isEmpty()) {
      String resource =
          reference.resolveAgainst(UriReference.parse(key.resource())).withoutFragment();
      Node other = resources.putIfAbsent(resource, schema);
      if (other != null && other != schema) {
        found.error(
            schema.location(),
            "duplicate-id",
            "The id "
                + resource
                + " is already that of the schema at "
                + other.location()
                + ". Give each schema an id of its own.");
      }
      own = new SchemaKey(resource, "");
    }
    String fragment = reference.decodedFragment();
    if (rules.referenceStandsAlone() && !fragment.isEmpty() && !fragment.startsWith("/")) {
      anchor(anchors, own, fragment, schema);
    }
    return own;
  }

  private void anchors(ObjectNode schema, SchemaKey key, DialectRules rules) {
    if (Keywords.knows("$anchor", rules) && schema.text("$anchor") != null) {
      anchor(anchors, key, String.valueOf(schema.text("$anchor")), schema);
    }
    if (Keywords.knows("$dynamicAnchor", rules) && schema.text("$dynamicAnchor") != null) {
      String name = String.valueOf(schema.text("$dynamicAnchor"));
      anchor(anchors, key, name, schema);
      anchor(dynamicAnchors, key, name, schema);
    }
    if (Keywords.knows("$recursiveAnchor", rules)
        && schema.get("$recursiveAnchor") instanceof BooleanNode on
        && on.value()
        && key.pointer().isEmpty()) {
      anchor(dynamicAnchors, key, "", schema);
    }
  }

  private void anchor(
      Map<String, Map<String, SchemaKey>> all, SchemaKey key, String name, ObjectNode schema) {
    SchemaKey other =
        all.computeIfAbsent(key.resource(), resource -> new LinkedHashMap<>())
            .putIfAbsent(name, key);
    if (other != null && !other.equals(key)) {
      found.error(
          schema.location(),
          "duplicate-anchor",
          "The anchor " + name + " already names " + other + ". Choose another name.");
    }
  }

  /** The schema at a node, null when the node stands where no schema can be. */
  @Nullable SchemaPlace placeOf(Node node) {
    return places.get(node);
  }

  /** Takes a node that no keyword leads to for a schema, because a reference says it is one. */
  SchemaPlace adopt(Node node, SchemaKey key, SchemaPlace around) {
    walk(node, key, around.rules(), around.documentUri());
    return placeAt(node);
  }

  /** The root of a resource; a document of the library is taken in when it has that resource. */
  Optional<Node> resource(String uri) {
    Node known = resources.get(uri);
    if (known == null) {
      library
          .find(uri)
          .ifPresent(
              entry -> add(entry.uri(), entry.root(), DialectRules.of(entry.defaultDialect())));
      known = resources.get(uri);
    }
    return Optional.ofNullable(known);
  }

  Optional<SchemaKey> anchor(String resource, String name) {
    return Optional.ofNullable(anchors.getOrDefault(resource, Map.of()).get(name));
  }

  boolean isDynamicAnchor(String resource, String name, SchemaKey key) {
    return key.equals(dynamicAnchors.getOrDefault(resource, Map.of()).get(name));
  }

  Map<String, Map<String, SchemaKey>> dynamicAnchors() {
    return dynamicAnchors;
  }

  /** How many schemas there are; {@link #place(int)} gives each. More may come while reading. */
  int size() {
    return inOrder.size();
  }

  SchemaPlace place(int position) {
    return inOrder.get(position);
  }

  /** All URIs that a reference could name, for suggestions. */
  List<String> knownUris() {
    List<String> uris = new ArrayList<>(resources.keySet());
    uris.addAll(library.uris());
    return uris;
  }
}
