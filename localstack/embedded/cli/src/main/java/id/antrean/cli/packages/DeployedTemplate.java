package id.antrean.cli.packages;

import id.antrean.stack.function.Architecture;
import id.antrean.stack.function.Flavour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * template.yaml as text, so that what is deployed keeps its words. It names every function's
 * package by its flavour, which CloudFormation does not resolve in a path: what can be deployed is
 * made of it by {@link #packaged}.
 */
public final class DeployedTemplate {
  private static final String FLAVOUR = "${Flavour}";

  private static final Pattern CODE =
      Pattern.compile("CodeUri: !Sub (functions/([a-z]+)/target/\\$\\{Flavour}/function\\.zip)");

  /** Other files that are uploaded with it. */
  private static final Pattern FILE = Pattern.compile("((?:Location|DefinitionUri): )(infra/)");

  private final Path project;
  private final String text;

  private DeployedTemplate(Path project, String text) {
    this.project = project;
    this.text = text;
  }

  /** That of the project. */
  public static DeployedTemplate of(Path project) {
    try {
      return new DeployedTemplate(project, Files.readString(project.resolve("template.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The modules that it deploys functions of, in its order. */
  public List<String> modules() {
    return CODE.matcher(text).results().map(code -> code.group(2)).distinct().toList();
  }

  /** Where a module's package of that flavour is, or would be. */
  Path packageOf(String module, Flavour flavour) {
    return project.resolve("functions/%s/target/%s/function.zip".formatted(module, flavour));
  }

  /** What its functions run on unless something else is asked for. */
  public String architecture() {
    return parameter("Architecture").group(2);
  }

  /**
   * The template with these packages in their places, which takes no other flavour than theirs, and
   * no other processor than those they are for: CloudFormation refuses the rest before anything is
   * changed, in the words that stand here.
   *
   * @param folder where it will lie, for the paths in it
   */
  String packaged(Flavour flavour, Set<Architecture> architectures, Path folder) {
    String up = prefix(folder.toAbsolutePath().relativize(project.toAbsolutePath()).toString());
    String code =
        CODE.matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        "CodeUri: " + up + found.group(1).replace(FLAVOUR, flavour.toString())));
    if (code.contains(FLAVOUR)) {
      throw new IllegalStateException("template.yaml names a package otherwise than by " + CODE);
    }
    String files = FILE.matcher(code).replaceAll(found -> found.group(1) + up + found.group(2));
    DeployedTemplate moved = new DeployedTemplate(project, files);
    return moved.taking("Flavour", Set.of(flavour)).taking("Architecture", architectures).text;
  }

  private static String prefix(String path) {
    return path.isEmpty() ? "" : path + "/";
  }

  /** By a pattern: of a single allowed value a linter says that the other branches are dead. */
  private DeployedTemplate taking(String parameter, Set<?> values) {
    MatchResult declared = parameter(parameter);
    List<String> taken = values.stream().map(Object::toString).sorted().toList();
    String value = taken.contains(declared.group(2)) ? declared.group(2) : taken.getFirst();
    String narrowed =
        """
        %s%s
            AllowedPattern: ^(%s)$
            ConstraintDescription: >-
              %s, because that is what was packaged into this template. A stack keeps its former value - deploy
              with %s=%s, or package otherwise with ./antrean package\
        """
            .formatted(
                declared.group(1),
                value,
                String.join("|", taken),
                String.join(" or ", taken),
                parameter,
                value);
    return new DeployedTemplate(
        project, text.substring(0, declared.start()) + narrowed + text.substring(declared.end()));
  }

  /** Its declaration, up to the values that it takes; its default is group 2. */
  private MatchResult parameter(String name) {
    Matcher declared =
        Pattern.compile(
                "(  %s:\\n    Type: String\\n    Default: )(\\S+)\\n    AllowedValues: \\[[^]]*]"
                    .formatted(name))
            .matcher(text);
    if (!declared.find()) {
      throw new IllegalStateException("template.yaml declares no parameter " + name + " as it did");
    }
    return declared.toMatchResult();
  }
}
