package id.antrean.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture that the README shows is of what the template deploys. */
class PictureTest {
  private static final String FILE = "infra/system.svg";
  private static final String TABLE = "AWS::DynamoDB::Table";

  private static final Set<String> DRAWN =
      Set.of(
          "AWS::Serverless::Api",
          "AWS::Serverless::Function",
          "AWS::Serverless::StateMachine",
          "AWS::SQS::Queue",
          "AWS::S3::Bucket",
          TABLE);

  private final Template template = new Template();

  @Test
  void whatIsDeployedIsOnItUnderItsLogicalIdAndNothingElseIs() throws Exception {
    List<String> deployed = new ArrayList<>();
    DRAWN.forEach(type -> deployed.addAll(template.ofType(type).keySet()));
    template
        .ofType(TABLE)
        .forEach(
            (id, table) -> {
              if (table.at("Properties").has("StreamSpecification")) {
                deployed.add(id + ".Stream");
              }
            });

    assertThat(parts().map(part -> part.getAttribute("id")))
        .containsExactlyInAnyOrderElementsOf(deployed);
  }

  @Test
  void aFunctionIsDashedWhereAScheduleStartsIt() throws Exception {
    Map<String, String> kinds =
        parts()
            .collect(
                Collectors.toMap(
                    part -> part.getAttribute("id"), part -> part.getAttribute("class")));

    assertThat(template.functions().values())
        .allSatisfy(
            function ->
                assertThat(kinds)
                    .containsEntry(
                        function.id(), isScheduled(function) ? "scheduled" : "function"));
  }

  /** By a rule, or since the time of a secret has come. */
  private boolean isScheduled(Template.Function function) {
    return function.properties().at("Events").everywhere().stream()
            .anyMatch(event -> event.text("Type").orElse("").equals("Schedule"))
        || template.ofType("AWS::SecretsManager::RotationSchedule").values().stream()
            .map(schedule -> schedule.at("Properties").text("RotationLambdaARN").orElse(""))
            .anyMatch(("${" + function.id() + ".Arn}:live")::equals);
  }

  @Test
  void whoCannotSeeItHearsWhatEachPartIs() throws Exception {
    assertThat(parts())
        .allSatisfy(
            part ->
                assertThat(part.getElementsByTagName("title").getLength())
                    .as(part.getAttribute("id"))
                    .isEqualTo(1));
  }

  @Test
  void theReadmeShowsIt() throws Exception {
    assertThat(Files.readString(House.ROOT.resolve("README.md"))).contains("](" + FILE + ")");
  }

  private static Stream<Element> parts() throws Exception {
    NodeList groups =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(House.ROOT.resolve(FILE).toFile())
            .getElementsByTagName("g");
    return IntStream.range(0, groups.getLength())
        .mapToObj(place -> (Element) groups.item(place))
        .filter(group -> group.hasAttribute("id"));
  }
}
