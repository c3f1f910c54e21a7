package io.eventwright.generator.pipeline;

import io.eventwright.generator.check.MissingClass;
import io.eventwright.generator.check.SystemChecks;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.guarantees.GuaranteeChanges;
import io.eventwright.generator.emit.guarantees.GuaranteesEmitter;
import io.eventwright.generator.emit.java.system.JavaEmitter;
import io.eventwright.generator.emit.operate.OperateEmitter;
import io.eventwright.generator.emit.saga.SagaEmitter;
import io.eventwright.generator.emit.saga.diagram.DiagramEmitter;
import io.eventwright.generator.emit.sam.SamEmitter;
import io.eventwright.generator.emit.sam.SamOptions;
import io.eventwright.generator.load.system.InputFolder;
import io.eventwright.generator.load.system.ReleasedTemplate;
import io.eventwright.generator.load.system.SystemLinker;
import io.eventwright.generator.load.system.SystemLoader;
import io.eventwright.generator.load.system.UserClasses;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.quota.Quotas;
import io.eventwright.generator.render.TemplateRenderer;
import io.eventwright.generator.verify.ReleaseVerification;
import io.eventwright.generator.verify.TemplateVerification;
import io.eventwright.generator.write.EarlierOutput;
import io.eventwright.generator.write.FirstVersionWriter;
import io.eventwright.generator.write.OutputWriter;
import io.eventwright.generator.write.UserFileWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From a folder of schemas and {@code system.yaml} to a generated system:
 *
 * <ol>
 *   <li><b>load</b>: files to documents that know file, line and column
 *   <li><b>check</b>: every rule, so that all problems of a run are reported at once
 *   <li><b>model</b>: one immutable system, every reference resolved
 *   <li><b>emit</b>: generated files in memory
 *   <li><b>verify</b>: the finished template, whoever's templates it was made from
 *   <li><b>write</b>: only what changed; what is no longer generated is removed
 * </ol>
 *
 * <p>Nothing is written when there is an error.
 */
public final class GenerationPipeline {

  /** Beside the template: what the goal {@code operate} has to know of the system. */
  public static final String OPERATED_BY = OperateEmitter.FILE;

  private final GenerationRequest request;
  private final InputFolder input;
  private final Diagnostics found = new Diagnostics();
  private final List<GeneratedFile> templates = new ArrayList<>();

  private GenerationPipeline(GenerationRequest request) {
    this.request = request;
    this.input = new InputFolder(request.input(), request.inputLabel());
  }

  /**
   * Generates a system.
   *
   * @throws IOException when the disk fails, or something that is not ours is in the way
   */
  public static GenerationResult generate(GenerationRequest request) throws IOException {
    return new GenerationPipeline(request).run(true);
  }

  /** Does the same, but writes nothing. */
  public static GenerationResult check(GenerationRequest request) throws IOException {
    return new GenerationPipeline(request).run(false);
  }

  /**
   * Writes a first version of each class that the user has to write and has not.
   *
   * @param sources the folder of the user's sources that they go into; nothing in it is overwritten
   */
  public static GenerationResult stubs(GenerationRequest request, Path sources) throws IOException {
    return new GenerationPipeline(request).writeStubs(sources);
  }

  /**
   * Keeps the template as the one that was released last, beside the input: what is generated from
   * then on may not lose what that has.
   */
  public static GenerationResult release(GenerationRequest request) throws IOException {
    GenerationPipeline pipeline = new GenerationPipeline(request);
    GenerationResult result = pipeline.run(false);
    if (pipeline.found.hasErrors()) {
      return result;
    }
    List<String> summary = new ArrayList<>(result.summary());
    for (GeneratedFile template : pipeline.templates) {
      GeneratedFile kept = GeneratedFile.ofText(ReleasedTemplate.PATH, template.text());
      boolean changed = !new UserFileWriter(request.input()).write(List.of(kept)).isEmpty();
      summary.add(
          (changed ? "Released: " : "Released already: ")
              + pipeline.input.named(ReleasedTemplate.PATH)
              + "; commit it with what you deploy");
    }
    return new GenerationResult(result.diagnostics(), summary);
  }

  private GenerationResult run(boolean write) throws IOException {
    SystemUnderCheck source = load();
    TemplateRenderer templates = new TemplateRenderer(UserTemplates.read(input, found));
    check(source);
    if (source == null || found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    EventSystem system = SystemLinker.link(source);
    List<Output> outputs = emit(source, system, templates);
    if (!found.hasErrors()) {
      for (Output output : outputs) {
        verify(output);
      }
    }
    if (found.hasErrors()) {
      return new GenerationResult(found.list(), List.of());
    }
    List<String> summary = new ArrayList<>();
    summary.add(Summary.of(system));
    for (Output output : outputs) {
      summary.addAll(changes(output));
      if (write) {
        summary.addAll(
            Summary.of(output, new OutputWriter(output.folder()).write(output.files()), request));
      }
    }
    return new GenerationResult(found.list(), summary);
  }

  /**
   * What a change of channels gains and loses; told before the page that knows the old ones goes.
   */
  private static List<String> changes(Output output) throws IOException {
    Optional<String> old = EarlierOutput.text(output.folder(), GuaranteesEmitter.PAGE);
    if (old.isEmpty()) {
      return List.of();
    }
    return output.files().stream()
        .filter(file -> file.path().equals(GuaranteesEmitter.PAGE))
        .flatMap(file -> GuaranteeChanges.between(old.get(), file.text()).stream())
        .toList();
  }

  private GenerationResult writeStubs(Path sources) throws IOException {
    SystemUnderCheck source = load();
    check(source);
    // That a class is missing is what this run is for.
    List<Diagnostic> others =
        found.list().stream().filter(each -> !each.ruleId().equals(MissingClass.ID)).toList();
    if (source == null || others.stream().anyMatch(Diagnostic::isError)) {
      return new GenerationResult(others, List.of());
    }
    List<GeneratedFile> missing =
        java(source).stubs(SystemLinker.link(source)).stream()
            .filter(file -> !source.userClasses().contains(UserClasses.className(file.path())))
            .toList();
    List<String> written = new FirstVersionWriter(sources).write(missing);
    return new GenerationResult(others, Summary.ofStubs(written, sources, request));
  }

  private @Nullable SystemUnderCheck load() throws IOException {
    return found
        .take(SystemLoader.load(input, UserClasses.in(request.userSources())))
        .valueOrNull();
  }

  private void check(@Nullable SystemUnderCheck source) {
    if (source != null) {
      found.addAll(SystemChecks.check(source));
    }
  }

  private List<Output> emit(
      SystemUnderCheck source, EventSystem system, TemplateRenderer templates) {
    SamOptions options =
        new SamOptions(
            input.named(SystemLoader.SYSTEM_FILE), request.lambdaRuntime(), request.codeUri());
    return List.of(
        Output.of("Java", request.javaOutput(), system, found, java(source)),
        Output.of(
            "SAM template",
            request.samOutput(),
            system,
            found,
            new SamEmitter(templates, options, Quotas.known()),
            new SagaEmitter(templates),
            new DiagramEmitter(templates),
            new GuaranteesEmitter(templates, input.named(SystemLoader.SYSTEM_FILE)),
            new OperateEmitter(java(source)::types)));
  }

  /** What the template holds is read from the template: a user's own may have taken part in it. */
  private void verify(Output output) throws IOException {
    String folder = request.named(output.folder());
    found.addAll(TemplateVerification.check(output.files(), folder, Quotas.known()));
    Optional<GeneratedFile> template = template(output);
    template.ifPresent(templates::add);
    Optional<String> released = ReleasedTemplate.read(input, found);
    if (template.isPresent() && released.isPresent()) {
      found.addAll(
          ReleaseVerification.check(
              new ReleaseVerification.Text(input.named(ReleasedTemplate.PATH), released.get()),
              new ReleaseVerification.Text(
                  folder + "/" + template.get().path(), template.get().text()),
              Quotas.known()));
    }
  }

  private static Optional<GeneratedFile> template(Output output) {
    return output.files().stream()
        .filter(file -> file.path().equals(TemplateVerification.TEMPLATE))
        .findFirst();
  }

  private JavaEmitter java(SystemUnderCheck source) {
    return new JavaEmitter(source.schemas(), input.named(SystemLoader.SYSTEM_FILE));
  }
}
