package id.antrean.stack.access;

import com.fasterxml.jackson.databind.JsonNode;
import id.antrean.emulators.access.Access;
import id.antrean.emulators.access.Accesses;
import id.antrean.emulators.access.Permissions;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the functions' policies allow, held against every call of AWS; what they do not allow is
 * refused as AWS refuses it, and the statement that is missing is told once. Which grants were used
 * is counted.
 */
public final class Grants implements Permissions {
  /** Of Lambda's own poller, which acts for the function and is not one of its calls. */
  private static final Set<String> OF_THE_POLLER = Set.of("SQSPollerPolicy");

  private final List<Grant> grants = new CopyOnWriteArrayList<>();
  private final Map<Grant, AtomicLong> used = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> refused = new ConcurrentSkipListMap<>();
  private final Consumer<String> console;

  public Grants(Consumer<String> console) {
    this.console = console;
  }

  /**
   * Reads the {@code Policies} of a function, or of a state machine by the name that it calls
   * under. Who has none may nothing.
   *
   * @throws TemplateException on a policy of a kind that is not known here, or that does not allow
   */
  public void read(String function, Section properties) {
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
    Map<String, List<String>> conditions = conditions(statement);
    for (String action : texts(statement, "Action")) {
      for (String resource : texts(statement, "Resource")) {
        grants.add(new Grant(function, action, resource, conditions, statement.place()));
      }
    }
  }

  /** A key that no call here says anything of would refuse whatever is asked. */
  private static Map<String, List<String>> conditions(Section statement) {
    Map<String, List<String>> conditions = new LinkedHashMap<>();
    Optional<Section> equal =
        statement.section("Condition").flatMap(condition -> condition.section("StringEquals"));
    if (equal.isPresent()) {
      for (String key : equal.get().names()) {
        if (!key.startsWith(Accesses.CONTEXT)) {
          throw new TemplateException(
              equal.get().place(), key + " is no condition that the local stack knows");
        }
        conditions.put(key, texts(equal.get(), key));
      }
    }
    return conditions;
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

  /**
   * Holds what is granted against what is there; {@code *} is all of it.
   *
   * @throws TemplateException at the first grant on nothing
   */
  public void requireResources(Predicate<String> there) {
    for (Grant grant : grants) {
      if (!grant.resource().equals("*") && !there.test(grant.resource())) {
        throw new TemplateException(
            grant.place() + ".Resource",
            "names %s, which is nothing of this template".formatted(grant.resource()));
      }
    }
  }

  @Override
  public boolean allow(String caller, Access access) {
    Optional<Grant> grant = grant(caller, access);
    grant.ifPresentOrElse(
        it -> used.computeIfAbsent(it, any -> new AtomicLong()).incrementAndGet(),
        () -> tell(caller, access));
    return grant.isPresent();
  }

  @Override
  public boolean covers(String caller, Access access) {
    return grant(caller, access).isPresent();
  }

  private Optional<Grant> grant(String caller, Access access) {
    return grants.stream()
        .filter(it -> it.function().equals(caller) && it.covers(access))
        .findFirst();
  }

  private void tell(String caller, Access access) {
    String missing =
        "%s is not allowed {Effect: Allow, Action: %s, Resource: %s}"
            .formatted(caller, access.action(), access.resource() + condition(access));
    if (refused.computeIfAbsent(missing, any -> new AtomicLong()).incrementAndGet() == 1) {
      console.accept(missing + ": its policy in template.yaml lacks that statement");
    }
  }

  private static String condition(Access access) {
    return access.said().isEmpty() ? "" : ", Condition: {StringEquals: " + access.said() + "}";
  }

  /** How often each was used. */
  public record Use(Grant grant, long times) {}

  /** All grants, in the template's order. */
  public List<Use> uses() {
    return grants.stream()
        .map(
            grant -> {
              AtomicLong times = used.get(grant);
              return new Use(grant, times == null ? 0 : times.get());
            })
        .toList();
  }

  /** What was refused, each once. */
  public List<String> refused() {
    return List.copyOf(refused.keySet());
  }
}
