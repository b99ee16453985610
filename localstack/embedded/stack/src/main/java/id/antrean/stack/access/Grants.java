package id.antrean.stack.access;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.emulators.access.Access;
import id.antrean.emulators.access.Permissions;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the functions' policies allow, held against every call of the services behind the edge; what
 * they do not allow is refused as AWS refuses it, and the statement that is missing is told once.
 * Which grants were used is counted. S3 is another server, and its calls are not looked at; neither
 * are those of the state machines, whose role is their own.
 */
public final class Grants implements Permissions {
  /** Of Lambda's own poller, which acts for the function and is not one of its calls. */
  private static final Set<String> OF_THE_POLLER = Set.of("SQSPollerPolicy");

  private final Set<String> functions = ConcurrentHashMap.newKeySet();
  private final List<Grant> grants = new CopyOnWriteArrayList<>();
  private final Map<Grant, AtomicLong> used = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> refused = new ConcurrentSkipListMap<>();
  private final Consumer<String> console;

  public Grants(Consumer<String> console) {
    this.console = console;
  }

  /**
   * Reads a function's {@code Policies}.
   *
   * @throws TemplateException on a policy of a kind that is not known here, or that does not allow
   */
  public void read(String function, Section properties) {
    functions.add(function);
    for (Section policy : properties.sections("Policies")) {
      OF_THE_POLLER.forEach(
          known -> policy.section(known).ifPresent(its -> its.ignoring("QueueName")));
      for (Section statement : policy.sections("Statement")) {
        allow(function, statement);
      }
    }
  }

  private void allow(String function, Section statement) {
    if (!statement.required("Effect").equals("Allow")) {
      throw new TemplateException(
          statement.place() + ".Effect", "is not Allow, which is all the local stack knows");
    }
    for (String action : texts(statement, "Action")) {
      for (String resource : texts(statement, "Resource")) {
        grants.add(new Grant(function, action, resource, statement.place()));
      }
    }
  }

  private static List<String> texts(Section statement, String name) {
    JsonNode value = statement.tree(name);
    Stream<JsonNode> each =
        value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    List<String> texts = each.filter(JsonNode::isTextual).map(JsonNode::asText).toList();
    if (texts.isEmpty()) {
      throw new TemplateException(statement.place() + "." + name, "is missing");
    }
    return texts;
  }

  @Override
  public boolean allow(String caller, Access access) {
    if (!functions.contains(caller)) {
      return true;
    }
    Optional<Grant> grant =
        grants.stream().filter(it -> it.function().equals(caller) && it.covers(access)).findFirst();
    grant.ifPresentOrElse(
        it -> used.computeIfAbsent(it, any -> new AtomicLong()).incrementAndGet(),
        () -> tell(caller, access));
    return grant.isPresent();
  }

  private void tell(String caller, Access access) {
    String missing =
        "%s is not allowed {Effect: Allow, Action: %s, Resource: %s}"
            .formatted(caller, access.action(), access.resource());
    if (refused.computeIfAbsent(missing, any -> new AtomicLong()).incrementAndGet() == 1) {
      console.accept(missing + ": its policy in template.yaml lacks that statement");
    }
  }

  /** How often each was used. */
  public record Use(Grant grant, long times) {}

  /** Of the services behind the edge, in the template's order. */
  public List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    grants.stream()
        .filter(grant -> !grant.action().startsWith("s3:"))
        .forEach(
            grant -> {
              AtomicLong times = used.get(grant);
              uses.add(new Use(grant, times == null ? 0 : times.get()));
            });
    return uses;
  }

  /** What was refused, each once. */
  public List<String> refused() {
    return List.copyOf(refused.keySet());
  }
}
