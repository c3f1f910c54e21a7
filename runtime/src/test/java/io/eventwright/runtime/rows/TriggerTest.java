package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.function.DirectFunction;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.trigger.ObjectCreated;
import io.eventwright.runtime.trigger.ScheduleDue;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TriggerTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler objects(List<ObjectCreated> seen) {
    return QueueFunction.of(looking(seen), cloud.runtime());
  }

  private static WorkerDefinition<ObjectCreated, ?> looking(List<ObjectCreated> seen) {
    return WorkerDefinition.named("look", ObjectCreated.TYPE)
        .decidedBy(
            (event, none) -> {
              seen.add(event.data());
              return Decision.unchanged();
            });
  }

  private static String bridged(String key, String sequencer) {
    return """
        {"version":"0","id":"i-1","detail-type":"Object Created","source":"aws.s3","account":"1",\
        "time":"2026-11-23T10:00:00Z","region":"eu-central-1","resources":["arn:aws:s3:::b"],\
        "detail":{"version":"0","bucket":{"name":"b"},"object":{"key":"%s","size":3,"etag":"e",\
        "sequencer":"%s"},"request-id":"r","requester":"1","reason":"PutObject"}}"""
        .formatted(key, sequencer);
  }

  private static String notified(String key, String sequencer) {
    return """
        {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-central-1",\
        "eventTime":"2026-11-23T10:00:00.123Z","eventName":"ObjectCreated:Put",\
        "s3":{"s3SchemaVersion":"1.0","bucket":{"name":"b","arn":"arn:aws:s3:::b"},\
        "object":{"key":"%s","size":3,"eTag":"e","sequencer":"%s"}}}]}"""
        .formatted(key, sequencer);
  }

  @Test
  @DisplayName("row 29: an object is told by EventBridge or by S3 itself, whose keys are encoded")
  void objectsOfBothKinds() throws Exception {
    List<ObjectCreated> seen = new CopyOnWriteArrayList<>();
    List<String> failed =
        failures(
            objects(seen),
            batch(bridged("in/a b+c.png", "01"), notified("in/d+e%2Bf%C3%BC.png", "02")));

    assertEquals(List.of(), failed);
    assertEquals(
        List.of(
            new ObjectCreated("b", "in/a b+c.png", 3, "e"),
            new ObjectCreated("b", "in/d e+f\u00fc.png", 3, "e")),
        seen);
  }

  @Test
  @DisplayName(
      "row 29: one put told twice, in either way, is one; another put of the key is another")
  void sameObject() throws Exception {
    List<ObjectCreated> seen = new CopyOnWriteArrayList<>();
    RequestStreamHandler worker = objects(seen);
    failures(worker, batch(bridged("k", "01"), bridged("k", "01"), bridged("k", "02")));
    failures(worker, batch(notified("k", "01")));

    assertTrue(cloud.lines().contains("\"Deduplicated\":1"), cloud.lines());
    assertEquals(2, cloud.inboxRows());
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("row 29: S3's test event is no work and no trouble")
  void testEvent() throws Exception {
    List<ObjectCreated> seen = new CopyOnWriteArrayList<>();
    String test =
        "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2026-11-23T10:00:00Z\","
            + "\"Bucket\":\"b\",\"RequestId\":\"r\",\"HostId\":\"h\"}";

    assertEquals(List.of(), failures(objects(seen), batch(test)));
    assertEquals(List.of(), seen);
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("row 29: a removed object, several at once, or a key that is none, is quarantined")
  void otherwise() throws Exception {
    List<ObjectCreated> seen = new CopyOnWriteArrayList<>();
    failures(
        objects(seen),
        batch(
            bridged("k", "01").replace("Object Created", "Object Deleted"),
            notified("k", "01").replace("ObjectCreated:Put", "ObjectRemoved:Delete"),
            notified("%zz", "01"),
            bridged("k", "01").replace("\"etag\":\"e\",", "")));

    assertEquals(List.of(), seen);
    assertEquals(4, cloud.quarantined().size());
  }

  @Test
  @DisplayName("a time that is told twice is decided on once, by that time")
  void schedule() throws Exception {
    List<ScheduleDue> seen = new CopyOnWriteArrayList<>();
    RequestStreamHandler worker =
        QueueFunction.of(
            WorkerDefinition.named("close-day", ScheduleDue.TYPE)
                .emits(Sample.CREDITED)
                .decidedBy(
                    (event, none) -> {
                      seen.add(event.data());
                      return Decision.publish(
                          new Emission<>(Sample.CREDITED, new Sample.Amount("p", 1)));
                    }),
            cloud.runtime());
    String due = due("2026-11-23T10:00:00Z");
    failures(worker, batch(due, due, due("2026-11-23T10:01:00Z")));

    assertEquals(2, cloud.inboxRows());
    assertEquals("2026-11-23T10:00:00Z", seen.get(0).at().toString());
    assertTrue(cloud.lines().contains("\"Deduplicated\":1"), cloud.lines());
    failures(worker, batch(due("yesterday")));
    assertEquals(1, cloud.quarantined().size());
  }

  @Test
  @DisplayName("row 41: an object or a time that calls a worker, and calls it again, counts once")
  void calledDirectly() throws Exception {
    List<ObjectCreated> seen = new CopyOnWriteArrayList<>();
    RequestStreamHandler look = DirectFunction.of(looking(seen), cloud.runtime());
    List<ScheduleDue> times = new CopyOnWriteArrayList<>();
    RequestStreamHandler close =
        DirectFunction.of(
            WorkerDefinition.named("close-day", ScheduleDue.TYPE)
                .decidedBy(
                    (event, none) -> {
                      times.add(event.data());
                      return Decision.unchanged();
                    }),
            cloud.runtime());
    for (int i = 0; i < 3; i++) {
      call(look, bridged("in/a b.png", "01"));
      call(close, due("2026-11-23T10:00:00Z"));
    }

    // Asked again it decides again, being pure, and only the first decision is written.
    assertEquals(Set.of(new ObjectCreated("b", "in/a b.png", 3, "e")), Set.copyOf(seen));
    assertEquals(Set.of(new ScheduleDue(Instant.parse("2026-11-23T10:00:00Z"))), Set.copyOf(times));
    assertEquals(2, cloud.inboxRows());
    assertEquals(5, cloud.lines().split("\"Deduplicated\":1", -1).length);
  }

  private static void call(RequestStreamHandler handler, String event) throws IOException {
    Payloads.invoke(handler, event.getBytes(StandardCharsets.UTF_8), TestContext.of(60_000));
  }

  private static String due(String at) {
    return "{\"specversion\":\"1.0\",\"id\":\"close-day/%s\",\"source\":\"aws.scheduler\","
            .formatted(at)
        + "\"type\":\"schedule-due.v1\",\"time\":\"%s\",\"data\":{\"at\":\"%s\"}}"
            .formatted(at, at);
  }

  @Test
  @DisplayName("row 29: another system's event is plain on its bus; ours without envelope is none")
  void foreignBus() throws Exception {
    EventType<Sample.Amount> partners =
        new EventType<>(
            "com.partner",
            "partner-order",
            1,
            Sample.CREDITED.codec(),
            Sample.CREDITED.validators());
    List<Sample.Amount> seen = new CopyOnWriteArrayList<>();
    RequestStreamHandler worker =
        QueueFunction.of(
            WorkerDefinition.named("take-order", partners)
                .decidedBy(
                    (event, none) -> {
                      seen.add(event.data());
                      return Decision.unchanged();
                    }),
            cloud.runtime());
    failures(
        worker,
        batch(
            foreign("com.partner", "partner-order.v1", "f-1"),
            foreign("com.partner", "partner-order.v1", "f-1"),
            foreign("com.other", "partner-order.v1", "f-2"),
            foreign("arcade", "partner-order.v1", "f-3")));

    assertEquals(1, cloud.inboxRows());
    assertEquals(new Sample.Amount("p-1", 5), seen.get(0));
    assertEquals(2, cloud.quarantined().size());
  }

  private static String foreign(String source, String type, String id) {
    return """
        {"version":"0","id":"%s","detail-type":"%s","source":"%s","account":"1",\
        "time":"2026-11-23T10:00:00Z","region":"eu-central-1","resources":[],\
        "detail":{"player":"p-1","amount":5}}"""
        .formatted(id, type, source);
  }
}
