package id.antrean.cli.nativebuild;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Maven and native-image say, line by line: which module is being built, at which stage it is,
 * and what became of it. Numbers come in whatever form the builder's language has.
 */
final class BuildOutput {
  private static final Pattern IMAGE =
      Pattern.compile("GraalVM Native Image: Generating '(.+?)-[0-9][^']*'.*");
  private static final Pattern STAGE = Pattern.compile("\\[(\\d)/8] (.+?)\\.\\.\\..*");
  private static final Pattern PEAK = Pattern.compile(".*Peak RSS: ([0-9.,]+) ?([GM]i?B).*");
  private static final Pattern DONE = Pattern.compile("Finished generating '.*' in (.+?)\\.?");
  private static final Pattern WRONG = Pattern.compile("(?:Error: |Fatal error|\\[ERROR] ).*");

  private final Map<String, Image> images = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();
  private String module = "";

  /**
   * An image that was made.
   *
   * @param time as native-image says it, such as {@code 6m 11s}
   * @param peak the builder's memory at its most, such as {@code 3.2 GB}
   */
  record Image(String time, String peak) {
    static final Image UNDER_WAY = new Image("", "");
  }

  /** Takes the next line; answers what a developer who waits wants to read of it. */
  Optional<String> take(String line) {
    String text = line.strip();
    Matcher stage = STAGE.matcher(text);
    if (stage.matches() && !module.isEmpty()) {
      return Optional.of("  %-14s %s/8 %s".formatted(module, stage.group(1), stage.group(2)));
    }
    Matcher image = IMAGE.matcher(text);
    if (image.matches()) {
      module = image.group(1);
      images.put(module, Image.UNDER_WAY);
    }
    Matcher peak = PEAK.matcher(text);
    if (peak.matches()) {
      images.computeIfPresent(
          module,
          (_, it) -> new Image(it.time(), peak.group(1).replace(',', '.') + " " + peak.group(2)));
    }
    Matcher done = DONE.matcher(text);
    if (done.matches()) {
      images.computeIfPresent(module, (_, it) -> new Image(done.group(1), it.peak()));
    }
    if (WRONG.matcher(text).matches()) {
      errors.add(module.isEmpty() ? text : module + ": " + text);
    }
    return Optional.empty();
  }

  /** What became of a module's image; nothing if it was not made. */
  Optional<Image> image(String name) {
    return Optional.ofNullable(images.get(name)).filter(it -> !it.time().isEmpty());
  }

  /** What went wrong, in the order in which it was said. */
  List<String> errors() {
    return errors;
  }
}
