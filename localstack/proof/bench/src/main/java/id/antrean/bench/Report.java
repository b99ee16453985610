package id.antrean.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The figures and curves as one page that needs nothing else: the plot library is in it. */
record Report(Result result, Optional<Baseline> baseline) {
  private static final String UPLOT_BUILT_AS =
      "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

  private record Row(String what, String value, String aim, String kept, String change) {}

  private record Section(String title, List<Row> rows) {}

  void write(Path file) {
    String uplot = "/META-INF/resources/webjars/uplot/%s/dist/".formatted(uplotVersion());
    String page =
        resource("report.html")
            .replace("/*uplot.css*/", resource(uplot + "uPlot.min.css"))
            .replace("/*uplot.js*/", resource(uplot + "uPlot.iife.min.js"))
            .replace("/*data*/", data());
    try {
      Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String data() {
    try {
      return new ObjectMapper()
          .writeValueAsString(
              Map.of(
                  "run", Baseline.of(result, "").title().replaceFirst("baseline of ", ""),
                  "plan", result.plan(),
                  "baseline", baseline.map(Baseline::title).orElse(""),
                  "sections", result.parts().stream().map(this::section).toList(),
                  "charts", result.charts()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Section section(Part part) {
    return new Section(part.title(), part.figures().stream().map(this::row).toList());
  }

  private Row row(Figure figure) {
    Optional<Double> kept = baseline.flatMap(it -> it.figure(figure.key()));
    return new Row(
        figure.what(),
        figure.valueText(),
        figure.aimText(),
        kept.map(Figure::number).orElse(""),
        figure.against(kept).orElse(""));
  }

  /** The build decides which; the library says it in its own file. */
  private static String uplotVersion() {
    return resource(UPLOT_BUILT_AS)
        .lines()
        .filter(line -> line.startsWith("version="))
        .map(line -> line.substring("version=".length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private static String resource(String name) {
    try (InputStream in = Report.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
