package id.antrean.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The contract for people to read and try: {@code /docs}. */
final class DocsRoutes {
  private static final String POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String INITIALIZER =
      """
      window.onload = function() {
        window.ui = SwaggerUIBundle({
          url: "/docs/openapi.json", dom_id: "#swagger-ui", deepLinking: true,
          presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset], layout: "StandaloneLayout"
        });
      };
      """;

  private final String contract;

  DocsRoutes(JsonNode definition, String stage) {
    JsonNode copy = definition.deepCopy();
    withoutExtensions(copy);
    if (copy instanceof ObjectNode object) {
      object.putArray("servers").addObject().put("url", "/" + stage);
    }
    this.contract = copy.toString();
  }

  void addTo(JavalinConfig config) {
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/docs";
          files.directory = "/META-INF/resources/webjars/swagger-ui/" + version();
          files.location = Location.CLASSPATH;
        });
    config.routes.get(
        "/docs/openapi.json", context -> context.contentType("application/json").result(contract));
    config.routes.get(
        "/docs/swagger-initializer.js",
        context -> context.contentType("text/javascript").result(INITIALIZER));
  }

  private static void withoutExtensions(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(
          object.properties().stream()
              .map(java.util.Map.Entry::getKey)
              .filter(name -> name.startsWith("x-amazon-"))
              .toList());
    }
    node.forEach(DocsRoutes::withoutExtensions);
  }

  private static String version() {
    try (InputStream in = DocsRoutes.class.getResourceAsStream(POM)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
