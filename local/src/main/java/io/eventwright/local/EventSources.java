package io.eventwright.local;

import io.eventwright.local.delivery.Activity;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.dynamodb.DynamoDbService;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.kinesis.KinesisStream;
import io.eventwright.local.kinesis.KinesisStreams;
import io.eventwright.local.lambda.EventSourceMapping;
import io.eventwright.local.lambda.KinesisMapping;
import io.eventwright.local.lambda.LambdaFunctions;
import io.eventwright.local.lambda.MappingSettings;
import io.eventwright.local.lambda.MappingSwitch;
import io.eventwright.local.lambda.QueueMapping;
import io.eventwright.local.lambda.StreamMapping;
import io.eventwright.local.lambda.StreamMishaps;
import io.eventwright.local.sqs.QueueDefinition;
import io.eventwright.local.sqs.Queues;
import io.eventwright.local.sqs.SqsService;
import java.util.ArrayList;
import java.util.List;

/** The event source mappings of a cloud: which queue, table or stream feeds which function. */
final class EventSources {

  private final Queues queues;
  private final SqsService sqs;
  private final DynamoDbService tables;
  private final KinesisStreams streams;
  private final LambdaFunctions functions;
  private final Destinations destinations;
  private final Workers workers;
  private final Activity activity;
  private final Parts parts;
  private final CloudSettings settings;
  private final List<EventSourceMapping> mappings = new ArrayList<>();
  private final List<MappingSwitch> switches = new ArrayList<>();
  private volatile StreamMishaps mishaps = StreamMishaps.NONE;

  EventSources(
      Ground ground,
      LambdaFunctions functions,
      Queues queues,
      SqsService sqs,
      DynamoDbService tables,
      KinesisStreams streams) {
    this.functions = functions;
    this.queues = queues;
    this.sqs = sqs;
    this.tables = tables;
    this.streams = streams;
    this.destinations = ground.destinations();
    this.workers = ground.workers();
    this.activity = ground.activity();
    this.parts = ground.parts();
    this.settings = ground.settings();
  }

  /** Makes one, which does not begin yet. */
  void add(MappingSettings source) {
    EventSourceMapping mapping;
    if (source.sourceArn().startsWith("arn:aws:sqs:")) {
      QueueDefinition queue = queues.find(source.sourceArn());
      if (queue == null) {
        throw new IllegalStateException(source.sourceArn() + " is no queue of this template");
      }
      mapping =
          new QueueMapping(
              source,
              queue,
              queues,
              sqs,
              functions,
              workers,
              settings.pace(),
              settings.region(),
              settings.log());
    } else if (source.sourceArn().startsWith("arn:aws:kinesis:")) {
      KinesisStream stream = streams.find(source.sourceArn());
      if (stream == null) {
        throw new IllegalStateException(source.sourceArn() + " is no stream of this template");
      }
      mapping =
          new KinesisMapping(
              source,
              stream,
              functions,
              destinations,
              workers,
              settings.pace(),
              () -> mishaps,
              settings.log());
    } else {
      StreamMapping stream =
          new StreamMapping(
              source,
              functions,
              destinations,
              workers,
              settings.pace(),
              () -> mishaps,
              settings.log());
      if (!tables.listen(source.sourceArn(), stream::accept)) {
        throw new IllegalStateException(source.sourceArn() + " is no stream of this template");
      }
      mapping = stream;
    }
    mappings.add(parts.open(mapping));
    MappingSwitch turned = new MappingSwitch(mapping, workers, settings.pace());
    switches.add(turned);
    activity.ask(mapping.settings().id() + " on its way", turned::turning);
    activity.ask(
        mapping.settings().function().logicalId() + "'s " + mapping.settings().sourceArn(),
        mapping::busy);
  }

  /** Begins to feed. */
  void start() {
    mappings.forEach(EventSourceMapping::start);
  }

  /** By which each can be turned on and off; grows while mappings are added. */
  List<MappingSwitch> switches() {
    return switches;
  }

  /** Stops or resumes all that feed a function. */
  void feed(FunctionDefinition function, boolean on) {
    for (EventSourceMapping mapping : mappings) {
      if (mapping.settings().function().equals(function)) {
        mapping.enable(on);
      }
    }
  }

  /**
   * Has all streams go wrong like this from now on. Only while nothing is under way: an item's
   * records may come by another shard afterwards.
   */
  void disturb(StreamMishaps by) {
    mishaps = by;
  }

  /** Turns each back to what its template says, and lets nothing go wrong any more. */
  void reset() {
    mishaps = StreamMishaps.NONE;
    switches.forEach(MappingSwitch::reset);
  }
}
