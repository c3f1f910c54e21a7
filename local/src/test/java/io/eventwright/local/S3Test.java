package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.sample.Clients;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Objects, called with AWS's own client as it is when nothing is set. */
class S3Test {
  private final Cloud cloud = TestCloud.get();
  private final S3Client objects = Clients.of(S3Client.builder(), cloud.endpoint(), "LOCALTEST");
  private final SqsClient queues = Clients.of(SqsClient.builder(), cloud.endpoint(), "LOCALTEST");
  private final String bucket = Objects.requireNonNull(cloud.stack().refs().get("Gallery"));

  S3Test() throws Exception {}

  @BeforeEach
  void empty() throws Exception {
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE));
    cloud.reset();
  }

  private String put(String key, byte[] content) {
    return objects
        .putObject(
            put ->
                put.bucket(bucket)
                    .key(key)
                    .contentType("image/png")
                    .metadata(java.util.Map.of("by", "ada")),
            RequestBody.fromBytes(content))
        .eTag();
  }

  @Test
  void whatIsPutIsGotWithItsTagTypeAndMetadata() throws Exception {
    byte[] content = new byte[300_000];
    new Random(7).nextBytes(content);
    String tag = put("in/a b+c/ü.png", content);

    try (ResponseInputStream<GetObjectResponse> got =
        objects.getObject(get -> get.bucket(bucket).key("in/a b+c/ü.png").ifMatch(tag))) {
      assertArrayEquals(content, got.readAllBytes());
      assertEquals("image/png", got.response().contentType());
      assertEquals("ada", got.response().metadata().get("by"));
      assertEquals(tag, got.response().eTag());
    }
    try (ResponseInputStream<GetObjectResponse> part =
        objects.getObject(get -> get.bucket(bucket).key("in/a b+c/ü.png").range("bytes=10-19"))) {
      assertArrayEquals(java.util.Arrays.copyOfRange(content, 10, 20), part.readAllBytes());
    }
    HeadObjectResponse head = objects.headObject(h -> h.bucket(bucket).key("in/a b+c/ü.png"));
    assertEquals(300_000, head.contentLength());
  }

  @Test
  void conditionsHold() {
    String tag = put("in/a.png", new byte[] {1});
    assertEquals(412, status(() -> create("in/a.png")));
    assertEquals(200, status(() -> create("in/b.png")));
    objects.putObject(
        p -> p.bucket(bucket).key("in/a.png").ifMatch(tag), RequestBody.fromString("2"));
    assertEquals(
        412,
        status(
            () ->
                objects.putObject(
                    p -> p.bucket(bucket).key("in/a.png").ifMatch(tag),
                    RequestBody.fromString("3"))));
    assertEquals(
        412,
        status(
            () -> objects.getObject(g -> g.bucket(bucket).key("in/a.png").ifMatch(tag)).abort()));
  }

  private void create(String key) {
    objects.putObject(
        p -> p.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromString("new"));
  }

  private static int status(Runnable call) {
    try {
      call.run();
      return 200;
    } catch (S3Exception e) {
      return e.statusCode();
    }
  }

  @Test
  void whatIsDeletedIsGoneAndListsArePaged() {
    for (int i = 0; i < 5; i++) {
      put("in/" + i, new byte[] {1});
    }
    put("out/1", new byte[] {1});
    objects.deleteObject(d -> d.bucket(bucket).key("in/2"));
    assertThrows(
        NoSuchKeyException.class, () -> objects.getObject(g -> g.bucket(bucket).key("in/2")));
    List<String> keys = new ArrayList<>();
    objects
        .listObjectsV2Paginator(list -> list.bucket(bucket).prefix("in/").maxKeys(3))
        .contents()
        .stream()
        .map(S3Object::key)
        .forEach(keys::add);
    assertEquals(List.of("in/0", "in/1", "in/3", "in/4"), keys);
    assertThrows(S3Exception.class, () -> objects.listObjectsV2(l -> l.bucket("none")));
  }

  @Test
  void anUploadInPartsIsThereWhenItIsComplete() throws Exception {
    byte[] first = new byte[5 * 1024 * 1024];
    String id = objects.createMultipartUpload(c -> c.bucket(bucket).key("in/large.png")).uploadId();
    String one = part(id, 1, first);
    String two = part(id, 2, "end".getBytes(StandardCharsets.UTF_8));
    assertEquals(404, status(() -> objects.headObject(h -> h.bucket(bucket).key("in/large.png"))));
    String tag =
        objects
            .completeMultipartUpload(
                complete ->
                    complete
                        .bucket(bucket)
                        .key("in/large.png")
                        .uploadId(id)
                        .multipartUpload(
                            parts ->
                                parts.parts(
                                    CompletedPart.builder().partNumber(1).eTag(one).build(),
                                    CompletedPart.builder().partNumber(2).eTag(two).build())))
            .eTag();
    assertTrue(tag.endsWith("-2\""), tag);
    assertEquals(
        first.length + 3,
        objects.headObject(h -> h.bucket(bucket).key("in/large.png")).contentLength());
  }

  private String part(String id, int number, byte[] content) {
    return objects
        .uploadPart(
            part -> part.bucket(bucket).key("in/large.png").uploadId(id).partNumber(number),
            RequestBody.fromBytes(content))
        .eTag();
  }

  @Test
  void eventBridgeIsToldOfAnObjectAndItsKeyIsAsItIs() throws Exception {
    put("in/a b+c.png", new byte[] {1, 2, 3});
    put("out/other.png", new byte[] {1});
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), TestCloud.LOG::toString);

    String url = cloud.stack().refs().get("Uploaded");
    List<Message> messages =
        queues.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages();
    assertEquals(1, messages.size());
    JsonNode event = Json.parse(messages.get(0).body());
    assertEquals("aws.s3", event.path("source").asText());
    assertEquals("Object Created", event.path("detail-type").asText());
    assertEquals("in/a b+c.png", event.at("/detail/object/key").asText());
    assertEquals(3, event.at("/detail/object/size").asInt());
    assertEquals("arn:aws:s3:::" + bucket, event.at("/resources/0").asText());
  }
}
