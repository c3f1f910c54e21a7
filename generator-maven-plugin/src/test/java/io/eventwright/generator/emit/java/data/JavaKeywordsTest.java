package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.Validator;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who come from jsonschema2pojo have in their schemas. */
class JavaKeywordsTest {

  @TempDir Path folder;

  @Test
  void javaTypeNamesTheClassWithItsPackage() throws Exception {
    CompiledSchemas compiled = DocumentsTest.compiled("jsonschema2pojo");
    Class<?> shipment = compiled.type("com.acme.orders.Shipment");
    assertEquals("com.acme.Address", shipment.getMethod("from").getReturnType().getName());
    assertEquals("com.acme.Address", shipment.getMethod("to").getReturnType().getName());
    assertEquals("com.acme.Grade", shipment.getMethod("grade").getReturnType().getName());
    assertEquals("com.acme.Choice", shipment.getMethod("choice").getReturnType().getName());
    assertEquals("com.acme.Empty", shipment.getMethod("pinned").getReturnType().getName());
    assertEquals(
        "com.acme.orders.Shipment$Parcel", shipment.getMethod("nested").getReturnType().getName());
    assertEquals(
        "com.acme.Address$Kind",
        compiled.type("com.acme.Address").getMethod("kind").getReturnType().getName());
    assertEquals(
        1, compiled.files.stream().filter(f -> f.path().endsWith("/Address.java")).count());
  }

  @Test
  void javaInterfacesMayHaveTypeArgumentsAndStandOnEnumerations() throws Exception {
    CompiledSchemas compiled = DocumentsTest.compiled("jsonschema2pojo");
    assertTrue(Supplier.class.isAssignableFrom(compiled.type("com.acme.orders.Shipment")));
    assertTrue(Serializable.class.isAssignableFrom(compiled.type("com.acme.Grade")));
  }

  @Test
  void existingJavaTypeChoosesAmongTheClassesOfTheJdk() throws Exception {
    CompiledSchemas compiled = DocumentsTest.compiled("jsonschema2pojo");
    Class<?> shipment = compiled.type("com.acme.orders.Shipment");
    assertEquals(OffsetDateTime.class, shipment.getMethod("at").getReturnType());
    assertEquals(Integer.class, shipment.getMethod("count").getReturnType());
    assertEquals(BigInteger.class, shipment.getMethod("large").getReturnType());
    String said = compiled.diagnostics.toString();
    for (String unknown : List.of("java.util.Date", "\"double\"", "java.util.Set<")) {
      assertTrue(said.contains(unknown), said);
    }
    Validator validator = compiled.validator("com.acme.orders.ShipmentValidator");
    Codec<Object> codec = compiled.codec("com.acme.orders.Shipment");
    for (String at :
        List.of("2026-01-02T03:04:00+18:00", "2026-01-02T03:04:05.5Z", "2016-12-31t23:59:60z")) {
      String document = "{\"get\": \"g\", \"from\": {}, \"at\": \"" + at + "\"}";
      assertTrue(validator.isValid(Json.parse(document)), at);
      Object record = CompiledSchemas.read(codec, Json.parse(document));
      byte[] written = CompiledSchemas.write(codec, record);
      assertTrue(validator.isValid(Json.parse(written)), () -> new String(written));
      assertEquals(record, CompiledSchemas.read(codec, written));
    }
    assertEquals(
        List.of("format"),
        validator
            .validate(Json.parse("{\"get\":\"\",\"from\":{},\"at\":\"2026-01-02T03:04:05+18:01\"}"))
            .violations()
            .stream()
            .map(violation -> violation.keyword())
            .toList());
    assertEquals(
        1,
        validator
            .validate(Json.parse("{\"get\": \"\", \"from\": {}, \"count\": 3000000000}"))
            .violations()
            .size());
    assertTrue(
        validator.isValid(Json.parse("{\"get\":\"\",\"from\":{},\"large\":99999999999999999999}")));
  }

  @Test
  void existingJavaTypeUsesAClassOfTheUsersWithItsCodec() throws Exception {
    Files.writeString(
        folder.resolve("price.json"),
        """
        {"type": "object", "required": ["total"], "properties": {
          "total": {"type": "string", "existingJavaType": "com.acme.Money", "x-sensitive": true},
          "parts": {"type": "array", "items": {"type": "string", "existingJavaType": "com.acme.Money"}}}}
        """);
    List<GeneratedFile> files = new ArrayList<>(generate().value().files());
    files.add(
        GeneratedFile.ofText(
            "com/acme/Money.java", "package com.acme;\npublic record Money(long cents) {}\n"));
    files.add(
        GeneratedFile.ofText(
            "com/acme/MoneyCodec.java",
            """
            package com.acme;

            import com.fasterxml.jackson.core.JsonGenerator;
            import com.fasterxml.jackson.core.JsonParser;
            import io.eventwright.runtime.event.Codec;
            import java.io.IOException;

            public final class MoneyCodec implements Codec<Money> {
              public static final MoneyCodec INSTANCE = new MoneyCodec();

              @Override
              public Money read(JsonParser parser) throws IOException {
                return new Money(Long.parseLong(parser.getText().replace(".", "")));
              }

              @Override
              public void write(Money value, JsonGenerator generator) throws IOException {
                generator.writeString(value.cents() / 100 + "." + value.cents() % 100);
              }
            }
            """));
    CompiledSchemas compiled = new CompiledSchemas(files);
    Codec<Object> codec = compiled.codec("com.example.moved.Price");
    String document = "{\"total\":\"12.34\",\"parts\":[\"10.34\",\"2.11\"]}";
    Object price = CompiledSchemas.read(codec, Json.parse(document));
    assertEquals(Json.parse(document), Json.parse(CompiledSchemas.write(codec, price)));
    assertTrue(
        price.toString().startsWith("Price[total=***, parts=[Money[cents=1034], "),
        price::toString);
  }

  @Test
  void databindMayCallACodec() throws Exception {
    CompiledSchemas compiled = DocumentsTest.compiled("jsonschema2pojo");
    Codec<Object> codec = compiled.codec("com.acme.Address");
    @SuppressWarnings("unchecked") // It is the class that the codec is for.
    Class<Object> type = (Class<Object>) compiled.type("com.acme.Address");
    SimpleModule module =
        new SimpleModule()
            .addDeserializer(
                type,
                new JsonDeserializer<Object>() {
                  @Override
                  public Object deserialize(JsonParser parser, DeserializationContext context)
                      throws IOException {
                    return codec.read(parser);
                  }
                })
            .addSerializer(
                type,
                new JsonSerializer<Object>() {
                  @Override
                  public void serialize(
                      Object value, JsonGenerator generator, SerializerProvider provider)
                      throws IOException {
                    codec.write(value, generator);
                  }
                });
    ObjectMapper mapper = new ObjectMapper().registerModule(module);
    String document = "[{\"street\":\"s\",\"kind\":\"home\",\"more\":{\"a\":[1]}},{}]";
    List<?> read =
        mapper.readValue(
            document, mapper.getTypeFactory().constructCollectionType(List.class, type));
    assertEquals("s", type.getMethod("street").invoke(read.get(0)));
    assertEquals(document, mapper.writeValueAsString(read));
  }

  @Test
  void oneNameForTwoShapesIsAnErrorAndNamesBothPlacesToMendIt() throws IOException {
    Files.writeString(
        folder.resolve("a.json"),
        """
        {"type": "object", "properties": {
          "x": {"type": "object", "javaType": "com.acme.Thing", "properties": {"a": {"type": "string"}}},
          "y": {"type": "object", "javaType": "com.acme.Thing", "properties": {"b": {"type": "string"}}}}}
        """);
    Checked<JavaData> data = generate();
    assertTrue(data.hasErrors());
    assertTrue(
        data.diagnostics().get(0).toString().startsWith("a.json:3:8: error [java-name] another"),
        () -> data.diagnostics().toString());
  }

  @Test
  void theRootOfAnEventKeepsItsNameAndTheBuildSaysSo() throws IOException {
    Files.createDirectories(folder.resolve("thing-done"));
    Files.writeString(
        folder.resolve("thing-done/1.0.json"),
        "{\"type\": \"object\", \"javaType\": \"com.acme.ThingDone\", \"properties\": {}}");
    Checked<JavaData> data = generate();
    assertEquals(
        "thing-done/1.0.json:1:20: warning [java-type] the class of this schema is"
            + " com.example.moved.ThingDoneV1, since others find it by that name; javaType counts"
            + " for the types within it.",
        data.diagnostics().get(0).toString());
  }

  private Checked<JavaData> generate() throws IOException {
    return CompiledSchemas.generate(folder, "com.example.moved", LoaderOptions.forEvents());
  }
}
