package io.eventwright.local;

import io.eventwright.local.delivery.Pace;
import io.eventwright.local.engine.ClassPaths;
import io.eventwright.local.function.LogSink;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a local cloud is brought up.
 *
 * @param template the SAM template
 * @param classPaths what engines and functions run on
 * @param work a folder for the engines' output
 * @param secrets the file of the user's secrets; need not be there
 * @param port of the endpoint, 0 for any free one
 * @param region such as {@code us-east-1}
 * @param stackName prefix of names that the template leaves open
 * @param parameters values for the template's parameters
 * @param pace how much sooner waiting ends
 * @param processes whether each function environment is a process of its own
 * @param log where the functions' lines go
 */
public record CloudSettings(
    Path template,
    ClassPaths classPaths,
    Path work,
    Path secrets,
    int port,
    String region,
    String stackName,
    Map<String, String> parameters,
    Pace pace,
    boolean processes,
    LogSink log) {

  /** Copies the parameters. */
  public CloudSettings {
    parameters = Map.copyOf(parameters);
  }
}
