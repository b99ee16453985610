package id.antrean.cli.nativebuild;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What makes a native image of a function. */
public sealed interface Builder {
  /** How it is told to Quarkus. */
  List<String> options();

  /** What the build needs in its environment. */
  Map<String, String> environment();

  /** A GraalVM or Mandrel of this machine. */
  record GraalVm(Path home, String version) implements Builder {
    @Override
    public List<String> options() {
      return List.of("-Dquarkus.native.container-build=false");
    }

    @Override
    public Map<String, String> environment() {
      return Map.of("GRAALVM_HOME", home.toString());
    }

    @Override
    public String toString() {
      return "%s in %s".formatted(version, home);
    }
  }

  /** One in a container; the image is the root pom's. */
  record Container(String engine) implements Builder {
    @Override
    public List<String> options() {
      return List.of(
          "-Dquarkus.native.container-build=true", "-Dquarkus.native.container-runtime=" + engine);
    }

    @Override
    public Map<String, String> environment() {
      return Map.of();
    }

    @Override
    public String toString() {
      return "Mandrel in a container, by " + engine;
    }
  }
}
