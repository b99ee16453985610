package id.antrean.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The contract for people to read and try: {@code /docs}. */
final class DocsRoutes {
  private static final String POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String INITIALIZER =
      """
      window.onload = function() {
        window.ui = SwaggerUIBundle({
          url: "/docs/openapi.json", dom_id: "#swagger-ui", deepLinking: true, filter: true,
          defaultModelsExpandDepth: 0, presets: [SwaggerUIBundle.presets.apis], layout: "BaseLayout"
        });
      };
      """;

  /** Places are absolute: with and without the last slash it is the same page. */
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Antrean Paspor: the contract</title>
          <link rel="stylesheet" href="/docs/swagger-ui.css">
          <link rel="stylesheet" href="/docs/narrow.css">
          <link rel="icon" type="image/png" href="/docs/favicon-32x32.png" sizes="32x32">
        </head>
        <body>
          <noscript><p>The page needs JavaScript. <a href="/docs/openapi.json">The contract itself</a> does not.</p></noscript>
          <main id="swagger-ui"></main>
          <script src="/docs/swagger-ui-bundle.js" charset="utf-8"></script>
          <script src="/docs/swagger-initializer.js" charset="utf-8"></script>
        </body>
      </html>
      """;

  /** Swagger UI is laid out for a desk; this is what a phone needs besides. */
  private static final String NARROW =
      """
      body { margin: 0; }
      .swagger-ui { overflow-wrap: break-word; }
      @media (max-width: 640px) {
        .swagger-ui .wrapper { padding: 0 8px; }
        .swagger-ui .info { margin: 16px 0; }
        .swagger-ui .info .title { font-size: 24px; }
        .swagger-ui .scheme-container { padding: 8px 0; }
        .swagger-ui .opblock .opblock-summary { flex-wrap: wrap; }
        .swagger-ui .opblock .opblock-summary-control { flex-wrap: wrap; min-width: 0; }
        .swagger-ui .opblock .opblock-summary-method { min-width: 64px; padding: 6px 0; }
        .swagger-ui .opblock .opblock-summary-path-description-wrapper { flex: 1 1 200px; min-width: 0; }
        .swagger-ui .opblock .opblock-summary-path { max-width: 100%; word-break: break-word; flex-shrink: 1; }
        .swagger-ui .opblock .opblock-section-header { flex-wrap: wrap; height: auto; }
        .swagger-ui .opblock-body { overflow-x: auto; }
        .swagger-ui table, .swagger-ui tbody, .swagger-ui tr, .swagger-ui td { display: block; width: auto; max-width: 100%; }
        .swagger-ui thead { display: none; }
        .swagger-ui .parameters-col_description, .swagger-ui .parameters-col_name,
        .swagger-ui .response-col_description, .swagger-ui .response-col_status { width: auto; min-width: 0; padding: 4px 0; }
        .swagger-ui .parameters-col_description input, .swagger-ui .parameters-col_description select,
        .swagger-ui textarea, .swagger-ui input[type=text] { max-width: 100%; min-width: 0; width: 100%; box-sizing: border-box; }
        .swagger-ui .highlight-code, .swagger-ui pre, .swagger-ui .model-box { max-width: 100%; overflow-x: auto; box-sizing: border-box; }
        .swagger-ui .dialog-ux .modal-ux { min-width: 0; width: 94vw; max-width: 94vw; }
        .swagger-ui .filter .operation-filter-input { width: 100%; box-sizing: border-box; }
      }
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
    config.routes.get("/docs", this::page);
    config.routes.get("/docs/index.html", this::page);
    config.routes.get("/docs/openapi.json", this::contract);
    config.routes.get(
        "/docs/swagger-initializer.js",
        context -> context.contentType("text/javascript").result(INITIALIZER));
    config.routes.get(
        "/docs/narrow.css", context -> context.contentType("text/css").result(NARROW));
  }

  /** A browser gets the page; whoever cannot show one, the contract itself. */
  private void page(Context context) {
    context.header("Vary", "Accept");
    if (Optional.ofNullable(context.header("Accept")).orElse("").contains("text/html")) {
      context.contentType("text/html; charset=utf-8").result(PAGE);
    } else {
      contract(context);
    }
  }

  private void contract(Context context) {
    context.contentType("application/json").result(contract);
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
