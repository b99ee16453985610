package id.antrean.sandbox.guide;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.guide.Page.Item;
import id.antrean.sandbox.guide.Page.Section;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /}: where one is; {@code /sandbox}: what the outside world can be asked. */
public final class GuideRoutes {
  private final Supplier<URI> base;
  private final boolean embedded;
  private final List<Link> links;

  /**
   * @param base where this server answers, for examples to paste
   * @param embedded on the embedded stack, whose clock moves and which makes faults
   * @param links what the first page leads to
   */
  public GuideRoutes(Supplier<URI> base, boolean embedded, List<Link> links) {
    this.base = base;
    this.embedded = embedded;
    this.links = List.copyOf(links);
  }

  public void addTo(JavalinDefaultRoutingApi routes) {
    routes.get("/", context -> home().answer(context));
    routes.get("/sandbox", context -> sandbox().answer(context));
  }

  private Page home() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("system", "Antrean Paspor");
    ArrayNode places = json.putArray("links");
    for (Link link : links) {
      places.addObject().put("href", base.get() + link.path()).put("about", link.about());
    }
    List<Item> items =
        links.stream()
            .map(
                link ->
                    new Item(link.about(), Optional.of(base.get() + link.path()), Optional.empty()))
            .toList();
    return new Page(
        "Antrean Paspor, on this machine",
        "A citizen applies for an Indonesian passport before going to the immigration office. This"
            + " is a developer's own copy of the system; nobody else sees it.",
        List.of(new Section("", "", items)),
        json);
  }

  private Page sandbox() {
    List<Topic> topics = Guide.topics(embedded);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode all = json.putArray("topics");
    for (Topic topic : topics) {
      ArrayNode examples =
          all.addObject()
              .put("name", topic.name())
              .put("about", topic.about())
              .putArray("examples");
      for (Example example : topic.examples()) {
        examples
            .addObject()
            .put("does", example.does())
            .put("method", example.method())
            .put("path", example.path())
            .put("body", example.body())
            .put("command", example.command(base.get()));
      }
    }
    return new Page(
        "The outside world of Antrean Paspor",
        "What stands here for identity provider, aggregators and civil registry, and what can be"
            + " done to the system from outside. None of it is deployed; every line can be pasted.",
        topics.stream().map(this::section).toList(),
        json);
  }

  private Section section(Topic topic) {
    return new Section(
        topic.name(),
        topic.about(),
        topic.examples().stream()
            .map(
                example ->
                    new Item(
                        example.does(), Optional.empty(), Optional.of(example.command(base.get()))))
            .toList());
  }
}
