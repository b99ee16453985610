package id.antrean.stack;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.stack.deploy.Api;
import id.antrean.stack.gateway.GatewayRoutes;
import id.antrean.stack.gateway.HostGuard;
import id.antrean.stack.gateway.OutsidePages;
import id.antrean.stack.gateway.PageOrigins;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The stack's one web server: gateway, health, documentation, developer's and outside routes. */
final class StackServer implements AutoCloseable {
  private final Javalin javalin;

  private StackServer(Javalin javalin) {
    this.javalin = javalin;
  }

  static StackServer start(
      Address address,
      Api api,
      GatewayRoutes gateway,
      PageOrigins origins,
      Consumer<JavalinConfig> others,
      BooleanSupplier ready,
      Consumer<String> console) {
    JsonNode definition = api.definition();
    Javalin javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.concurrency.useVirtualThreads = true;
              config.http.generateEtags = false;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              config.http.strictContentTypes = false;
              config.jetty.addConnector((server, http) -> connector(address, server, http));
              config.routes.before(new HostGuard(address.host(), address.port(), origins));
              config.routes.before(new OutsidePages(origins, api.stage()));
              config.routes.get(
                  "/health",
                  context ->
                      context
                          .status(ready.getAsBoolean() ? 200 : 503)
                          .contentType("application/json")
                          .result(
                              ready.getAsBoolean()
                                  ? "{\"status\":\"UP\",\"system\":\"Antrean Paspor\"}"
                                  : "{\"status\":\"STARTING\",\"system\":\"Antrean Paspor\"}"));
              new Refusals(console).addTo(config);
              gateway.addTo(config.routes);
              new DocsRoutes(definition, api.stage()).addTo(config);
              others.accept(config);
            });
    return new StackServer(javalin.start());
  }

  private static Connector connector(Address address, Server server, HttpConfiguration http) {
    http.setSendServerVersion(false);
    // Whatever the address says is for the gateway to refuse, in its form.
    http.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    try {
      connector.open(address.channel());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connector;
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
