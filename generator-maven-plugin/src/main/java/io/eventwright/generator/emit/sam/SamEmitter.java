package io.eventwright.generator.emit.sam;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.generator.emit.Emitter;
import io.eventwright.generator.emit.sam.limit.Limits;
import io.eventwright.generator.emit.sam.limit.Template;
import io.eventwright.generator.emit.sam.view.BucketView;
import io.eventwright.generator.emit.sam.view.EncryptionKeyView;
import io.eventwright.generator.emit.sam.view.FailedRecordsView;
import io.eventwright.generator.emit.sam.view.KeysView;
import io.eventwright.generator.emit.sam.view.OutputView;
import io.eventwright.generator.emit.sam.view.SagaQueueView;
import io.eventwright.generator.emit.sam.view.SagaTableView;
import io.eventwright.generator.emit.sam.view.SamconfigView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.emit.sam.view.TablesView;
import io.eventwright.generator.emit.sam.view.TemplateView;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.BucketModel;
import io.eventwright.generator.model.Channel;
import io.eventwright.generator.model.Encryption;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.Trigger;
import io.eventwright.generator.model.WorkerModel;
import io.eventwright.generator.quota.Quotas;
import io.eventwright.generator.render.TemplateRenderer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SAM template, and what {@code sam deploy} needs beside it.
 *
 * @param renderer the templates
 * @param options what the project chose
 * @param quotas what AWS takes
 */
public record SamEmitter(TemplateRenderer renderer, SamOptions options, Quotas quotas)
    implements Emitter {

  private static final int LOG_RETENTION_DAYS = 30;
  private static final int MEMORY_MEGABYTES = 1024;
  private static final String ARCHITECTURE = "arm64";

  @Override
  public Checked<List<GeneratedFile>> emit(EventSystem system) {
    Diagnostics found = new Diagnostics();
    StackView stack =
        new StackView(
            system.name(), tags(system), LOG_RETENTION_DAYS, system.traced(), key(system));
    Blocks resources = resources(system, stack, found);
    TemplateView view =
        new TemplateView(
            stack,
            options.source(),
            options.runtime(),
            ARCHITECTURE,
            options.codeUri(),
            MEMORY_MEGABYTES,
            system.settings().encryption() == Encryption.EXISTING_KEY,
            new TaskBlocks(system, stack).exist(),
            resources.list(),
            outputs(system));
    Checked<String> text = found.take(renderer.render("sam/template.yaml.vm", view));
    Checked<String> settings =
        found.take(
            renderer.render("sam/samconfig.toml.vm", new SamconfigView(stack, options.source())));
    if (text.valueOrNull() == null || settings.valueOrNull() == null) {
      return Checked.failed(found);
    }
    Template template = Measures.of(system, resources.list(), text.value(), options.source());
    found.addAll(Limits.check(template, quotas));
    found.add(count(template));
    List<GeneratedFile> files = new ArrayList<>();
    files.add(GeneratedFile.ofText("template.yaml", text.value()));
    files.add(GeneratedFile.ofText("samconfig.toml", settings.value()));
    if (stack.encrypted()) {
      Checked<String> policy =
          found.take(renderer.render("sam/key-policy.json.vm", keyView(system, stack)));
      if (policy.valueOrNull() != null) {
        files.add(GeneratedFile.ofText("key-policy.json", policy.value()));
      }
    }
    return found.hasErrors() ? Checked.failed(found) : Checked.of(files, found);
  }

  /** A team that grows towards a limit should see it coming. */
  private Diagnostic count(Template template) {
    return new Diagnostic(
        template.system(),
        Severity.NOTE,
        "resource-count",
        "The template has "
            + template.resources()
            + " resources of the "
            + quotas.of("cloudformation.resources")
            + " that a stack takes.");
  }

  /** Shared things first, then workers, sagas and projections, each in the order of the file. */
  private Blocks resources(EventSystem system, StackView stack, Diagnostics found) {
    Blocks blocks = new Blocks(renderer, found);
    WorkerBlocks workers = new WorkerBlocks(system, stack);
    ManagerBlocks manager = new ManagerBlocks(system, stack, workers);
    SystemBlocks shared = new SystemBlocks(system, stack);
    PushBlocks push = new PushBlocks(system, stack);
    if (system.settings().encryption() == Encryption.CUSTOMER_KEY) {
      blocks.add("sam/encryption-key.yaml.vm", keyView(system, stack));
    }
    blocks.add("sam/bus.yaml.vm", shared.bus());
    blocks.add(
        "sam/tables.yaml.vm",
        new TablesView(stack, !system.projections().isEmpty(), manager.exists(), push.exist()));
    OrderBlocks order = new OrderBlocks(system);
    if (order.exist()) {
      blocks.add("sam/order.yaml.vm", order.view(stack));
    }
    if (new Sealed(system).exists()) {
      blocks.add("sam/keys.yaml.vm", new KeysView(stack));
    }
    blocks.add("sam/relay.yaml.vm", shared.relay());
    blocks.add("sam/anchor.yaml.vm", shared.anchor());
    if (manager.exists()) {
      blocks.add("sam/breaker-manager.yaml.vm", manager.view());
    }
    new TopicBlocks(system, stack).add(blocks);
    for (BucketModel bucket : system.buckets()) {
      blocks.add("sam/bucket.yaml.vm", bucket(system, stack, bucket));
    }
    if (StreamFitting.isUsedIn(system)) {
      blocks.add(
          "sam/failed-records.yaml.vm", new FailedRecordsView(stack, failedRecordsDays(system)));
    }
    for (WorkerModel worker : system.workers()) {
      if (worker.trigger() == null) {
        if (workers.servesSagas(worker)) {
          blocks.add("sam/step-function.yaml.vm", workers.called(worker));
        }
      } else {
        workers.fed(worker, blocks);
      }
    }
    ApiModel api = system.api();
    if (api != null) {
      RouteBlocks routes = new RouteBlocks(system, api, stack);
      blocks.add("sam/api.yaml.vm", routes.view());
      api.routes().forEach(route -> blocks.add("sam/route.yaml.vm", routes.route(route)));
    }
    for (String table : SagaRole.all(system, SagaRole::tables)) {
      blocks.add(
          "sam/saga-table.yaml.vm",
          new SagaTableView(stack, LogicalIds.of(table) + "Table", table));
    }
    for (String queue : SagaRole.all(system, SagaRole::queues)) {
      blocks.add(
          "sam/saga-queue.yaml.vm",
          new SagaQueueView(stack, LogicalIds.of(queue) + "Queue", queue));
    }
    new TaskBlocks(system, stack).add(blocks, ARCHITECTURE);
    for (SagaModel saga : system.sagas()) {
      blocks.add("sam/saga.yaml.vm", shared.saga(saga));
      blocks.add("sam/step-function.yaml.vm", shared.end(saga));
    }
    system.projections().forEach(each -> workers.projection(each, blocks));
    if (push.exist()) {
      blocks.add("sam/push.yaml.vm", push.view());
    }
    return blocks;
  }

  /** The key's ARN, wherever it comes from. */
  private static String key(EventSystem system) {
    return switch (system.settings().encryption()) {
      case AWS_OWNED -> "";
      case CUSTOMER_KEY -> "!GetAtt EncryptionKey.Arn";
      case EXISTING_KEY -> "!Ref EncryptionKeyArn";
    };
  }

  private static EncryptionKeyView keyView(EventSystem system, StackView stack) {
    return new EncryptionKeyView(stack, new KeyPolicy(system).statements());
  }

  /** As long as its event is remembered: what is put back later could have a second effect. */
  private static int failedRecordsDays(EventSystem system) {
    return Math.max(1, system.settings().rememberedDays() - StreamFitting.RETENTION_DAYS);
  }

  private static BucketView bucket(EventSystem system, StackView stack, BucketModel bucket) {
    Integer days = bucket.days();
    return new BucketView(
        stack,
        LogicalIds.of(bucket.name()),
        bucket.name(),
        days == null ? 0 : days,
        system.workers().stream()
            .anyMatch(
                worker ->
                    worker.trigger() instanceof Trigger.Bucket waits
                        && waits.bucket().equals(bucket.name())));
  }

  private static String url(ApiModel api) {
    String stage = api.kind() == ApiModel.Kind.REST ? "/live" : "";
    return "!Sub \"https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}" + stage + "\"";
  }

  private static List<StackView.TagView> tags(EventSystem system) {
    List<StackView.TagView> tags = new ArrayList<>();
    @Nullable String owner = system.owner();
    if (owner != null) {
      tags.add(new StackView.TagView("owner", owner));
    }
    tags.add(new StackView.TagView("system", system.name()));
    return tags;
  }

  private static List<OutputView> outputs(EventSystem system) {
    List<OutputView> outputs = new ArrayList<>();
    outputs.add(new OutputView("BusName", "The bus that events are published to.", "!Ref Bus"));
    outputs.add(new OutputView("LogTableName", "Every version of every entity.", "!Ref LogTable"));
    if (!system.projections().isEmpty()) {
      outputs.add(new OutputView("ViewsTableName", "The read models.", "!Ref ViewsTable"));
    }
    if (system.api() != null) {
      outputs.add(new OutputView("ApiUrl", "Where the routes are.", url(system.api())));
    }
    if (system.projections().stream().anyMatch(each -> each.push() != null)) {
      outputs.add(
          new OutputView(
              "PushUrl",
              "Where browsers listen to changes.",
              "!Sub \"wss://${PushApi.Dns.Realtime}/event/realtime\""));
    }
    outputs.add(
        new OutputView(
            "QuarantineQueueUrl", "Messages that can never succeed.", "!Ref QuarantineQueue"));
    if (system.settings().encryption() == Encryption.CUSTOMER_KEY) {
      outputs.add(
          new OutputView(
              "EncryptionKeyArn",
              "The key that everything is encrypted with.",
              "!GetAtt EncryptionKey.Arn"));
    }
    for (WorkerModel worker : system.workers()) {
      if (worker.trigger() != null && worker.feed().channel() instanceof Channel.Stream) {
        String id = LogicalIds.of(worker.name()) + "Stream";
        outputs.add(
            new OutputView(id + "Name", "The stream of " + worker.name() + ".", "!Ref " + id));
      }
    }
    for (ProjectionModel projection : system.projections()) {
      if (projection.feed().channel() instanceof Channel.Stream) {
        String id = LogicalIds.of(projection.name()) + "Stream";
        outputs.add(
            new OutputView(id + "Name", "The stream of " + projection.name() + ".", "!Ref " + id));
      }
    }
    for (SagaModel saga : system.sagas()) {
      String id = LogicalIds.of(saga.name()) + "StateMachine";
      outputs.add(new OutputView(id + "Arn", "The saga " + saga.name() + ".", "!Ref " + id));
    }
    return outputs;
  }
}
