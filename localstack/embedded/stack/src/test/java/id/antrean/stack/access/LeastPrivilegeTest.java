package id.antrean.stack.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.emulators.access.Access;
import id.antrean.stack.template.References;
import id.antrean.stack.template.Resource;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of what the project's own template grants, each alone stands between its caller and a refusal.
 */
class LeastPrivilegeTest {
  private static final Set<String> CALLERS =
      Set.of("AWS::Serverless::Function", "AWS::Serverless::StateMachine");

  private static final References NAMES =
      new References() {
        @Override
        public String ref(String logicalId) {
          return "ref:" + logicalId;
        }

        @Override
        public Optional<String> attribute(String logicalId, String name) {
          return Optional.of("att:" + logicalId + ":" + name);
        }
      };

  private static final List<Grant> GRANTED = granted();

  static Stream<Grant> each() {
    return GRANTED.stream();
  }

  private static List<Grant> granted() {
    Template template = Template.read(project().resolve("template.yaml"), Map.of());
    Grants grants = new Grants(line -> {});
    for (Resource resource : template.resources().values()) {
      if (CALLERS.contains(resource.type())) {
        grants.read(resource.logicalId(), template.properties(resource, NAMES));
      }
    }
    return grants.uses().stream().map(Grants.Use::grant).toList();
  }

  private static Path project() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("infra/openapi.yaml"))) {
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  @ParameterizedTest
  @MethodSource("each")
  void whatIsTakenOutIsRefusedAndNamed(Grant taken) {
    List<String> told = new ArrayList<>();
    Grants rest = new Grants(told::add);
    rest.read(taken.function(), without(taken));
    Access access = new Access(taken.action(), taken.resource().replace("*", "any"), said(taken));

    assertThat(taken.covers(access)).isTrue();
    assertThat(rest.allow(taken.function(), access)).isFalse();
    assertThat(told)
        .singleElement()
        .asString()
        .contains(
            "%s is not allowed {Effect: Allow, Action: %s, Resource: %s"
                .formatted(taken.function(), access.action(), access.resource()));
  }

  @ParameterizedTest
  @MethodSource("each")
  void whatIsGrantedNamesOneActionOfOneThing(Grant grant) {
    assertThat(grant.action()).doesNotContain("*");
    assertThat(grant.resource())
        .as("a resource, and at most the keys below a prefix")
        .matches("[^*]+(/\\*)?");
  }

  private static Map<String, String> said(Grant grant) {
    Map<String, String> said = new LinkedHashMap<>();
    grant.conditions().forEach((key, values) -> said.put(key, values.getFirst()));
    return said;
  }

  /** The key of identity numbers opens nothing for anybody who does not say what for. */
  @ParameterizedTest
  @MethodSource("each")
  void aKeyIsUsedForWhatItIsFor(Grant grant) {
    if (grant.action().startsWith("kms:")) {
      assertThat(grant.conditions()).containsOnlyKeys("kms:EncryptionContext:purpose");
      assertThat(grant.covers(new Access(grant.action(), grant.resource()))).isFalse();
    }
  }

  private static Section without(Grant taken) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode properties = json.createObjectNode();
    ArrayNode statements = properties.putArray("Policies").addObject().putArray("Statement");
    GRANTED.stream()
        .filter(grant -> !grant.equals(taken) && grant.function().equals(taken.function()))
        .forEach(
            grant -> {
              ObjectNode statement =
                  statements
                      .addObject()
                      .put("Effect", "Allow")
                      .put("Action", grant.action())
                      .put("Resource", grant.resource());
              ObjectNode equal = statement.putObject("Condition").putObject("StringEquals");
              grant.conditions().forEach((key, values) -> values.forEach(equal.putArray(key)::add));
            });
    return Section.of("Resources." + taken.function() + ".Properties", properties);
  }
}
