package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.model.GeneratedFile;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identical shapes are one type within an event, across its majors. */
class SharedTypesTest {

  private static final Path SCHEMAS = Path.of("src/test/resources/schemas/majors/parcel-moved");
  private static final String V1 = "com.example.majors.ParcelMovedV1";
  private static final String V2 = "com.example.majors.ParcelMovedV2";
  private static final String V10 = "com.example.majors.ParcelMovedV10";

  @TempDir Path folder;

  @Test
  void theOldestMajorIsHomeToWhatItsSuccessorsShare() throws Exception {
    assertEquals(V1 + "$Place", typeOf(V1, "from"));
    assertEquals(V1 + "$Place", typeOf(V2, "origin"));
    assertEquals(V1 + "$Place", typeOf(V2, "target"));
    assertEquals(V1 + "$Place", typeOf(V10, "target"));
    assertEquals(V1 + "$Speed", typeOf(V10, "speed"));
    assertEquals(V1 + "$Stop", typeOf(V2, "route"), "a shape that refers to itself");
    assertEquals(V1 + "$Carrier", typeOf(V2, "formerly"), "a whole union");
  }

  @Test
  void anotherShapeIsAnotherType() throws Exception {
    assertEquals(V1 + "$Size", typeOf(V1, "size"));
    assertEquals(V2 + "$Size", typeOf(V2, "size"));
    assertEquals(V10 + "$Size", typeOf(V10, "size"));
    assertEquals(V2 + "$Carrier", typeOf(V2, "by"));
    assertEquals(V2 + "$Carrier", typeOf(V10, "by"), "2 is older than 10");
    Class<?> van = DocumentsTest.compiled("majors").type(V1 + "$Van");
    assertEquals(1, van.getInterfaces().length, "no arm of a union in another file");
    assertNotEquals(van, DocumentsTest.compiled("majors").type(V2 + "$Van"));
  }

  @Test
  void aNewMajorChangesNothingOfTheOlderOnes() throws IOException {
    copy("1.0.json");
    copy("2.0.json");
    Map<String, String> before = sources();
    copy("10.0.json");
    Map<String, String> after = sources();
    assertTrue(after.keySet().removeIf(path -> path.contains("V10")));
    assertEquals(before, after);
  }

  private void copy(String version) throws IOException {
    Path target = folder.resolve("parcel-moved").resolve(version);
    Files.createDirectories(target.getParent());
    Files.copy(SCHEMAS.resolve(version), target);
  }

  private Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    for (GeneratedFile file : CompiledSchemas.of(folder, "com.example.majors").files) {
      sources.put(file.path(), file.text());
    }
    return sources;
  }

  private static String typeOf(String record, String component) throws Exception {
    Type type =
        DocumentsTest.compiled("majors").type(record).getMethod(component).getGenericReturnType();
    return type instanceof ParameterizedType list
        ? list.getActualTypeArguments()[0].getTypeName()
        : type.getTypeName();
  }
}
