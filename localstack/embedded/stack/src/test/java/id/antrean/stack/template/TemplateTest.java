package id.antrean.stack.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final References RESOURCES =
      new References() {
        @Override
        public String ref(String logicalId) {
          return "ref-" + logicalId;
        }

        @Override
        public Optional<String> attribute(String logicalId, String name) {
          return Optional.of("att-" + logicalId + "-" + name);
        }
      };

  @TempDir Path folder;

  private Template template(String yaml, Map<String, String> parameters) throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, yaml);
    return Template.read(file, parameters);
  }

  private Section properties(String yaml, Map<String, String> parameters) throws IOException {
    Template template = template(yaml, parameters);
    return template.properties(template.resources().values().iterator().next(), RESOURCES);
  }

  private Section properties(String yaml) throws IOException {
    return properties(yaml, Map.of());
  }

  @Test
  void intrinsicFunctionsInShortAndLongFormMeanTheSame() throws IOException {
    Section values =
        properties(
            """
            Parameters: {Window: {Type: Number, Default: 7200}}
            Resources:
              Queue:
                Type: T
                Properties:
                  A: !Ref Window
                  B: {Ref: Queue}
                  C: !GetAtt Queue.Arn
                  D: !Sub '${Queue.Arn}/${AWS::Region}/${Window}/${!kept}'
                  E: !Split [',', !Ref Window]
                  F: {Fn::GetAtt: [Queue, Name]}
            """);
    assertThat(values.text("A")).contains("7200");
    assertThat(values.text("B")).contains("ref-Queue");
    assertThat(values.text("C")).contains("att-Queue-Arn");
    assertThat(values.text("D")).contains("att-Queue-Arn/ap-southeast-3/7200/${kept}");
    assertThat(values.texts("E")).containsExactly("7200");
    assertThat(values.text("F")).contains("att-Queue-Name");
  }

  @Test
  void conditionsDecideResourcesAndValues() throws IOException {
    String yaml =
        """
        Parameters: {Stage: {Type: String, Default: dev}}
        Conditions:
          IsProd: !Equals [!Ref Stage, prod]
          IsOther: !Not [!Condition IsProd]
        Resources:
          Kept: {Type: T, Properties: {A: !If [IsProd, yes, no], B: !If [IsProd, x, !Ref AWS::NoValue]}}
          Left: {Type: T, Condition: IsProd}
        """;
    assertThat(properties(yaml).text("A")).contains("no");
    assertThat(properties(yaml).text("B")).isEmpty();
    assertThat(template(yaml, Map.of()).resources()).containsOnlyKeys("Kept");
    assertThat(template(yaml, Map.of("Stage", "prod")).resources())
        .containsOnlyKeys("Kept", "Left");
  }

  @Test
  void globalsAreMergedKeyByKeyAndTheFunctionWins() throws IOException {
    Section function =
        properties(
            """
            Globals:
              Function: {Timeout: 28, MemorySize: 512, Environment: {Variables: {A: global, B: global}}}
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties: {MemorySize: 1024, Environment: {Variables: {B: own, C: own}}}
            """);
    assertThat(function.whole("Timeout")).hasValue(28);
    assertThat(function.whole("MemorySize")).hasValue(1024);
    assertThat(function.section("Environment").orElseThrow().map("Variables"))
        .isEqualTo(Map.of("A", "global", "B", "own", "C", "own"));
  }

  @Test
  void aParameterOfTheWrongTypeOrRangeOrNameIsRefusedByName() {
    String yaml =
        """
        Parameters: {Seconds: {Type: Number, Default: 60, MinValue: 31, MaxValue: 900}}
        Resources: {}
        """;
    assertThatThrownBy(() -> template(yaml, Map.of("Seconds", "soon")))
        .hasMessage("template.yaml:1: Parameters.Seconds: must be a number, not 'soon'");
    assertThatThrownBy(() -> template(yaml, Map.of("Seconds", "30")))
        .hasMessage("template.yaml:1: Parameters.Seconds: must be at least 31");
    assertThatThrownBy(() -> template(yaml, Map.of("Second", "60")))
        .hasMessage("template.yaml:1: Parameters: the template has no parameter Second");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Join ['-', [a, b]] | Fn::Join is not run by the local stack",
        "!Select [0, [a]] | Fn::Select is not run by the local stack",
        "!FindInMap [A, B, C] | Fn::FindInMap is not run by the local stack",
        "!Base64 a | Fn::Base64 is not run by the local stack",
        "!Sub ['${x}', {x: y}] | Fn::Sub takes a text, and no names of its own",
        "!Split [','] | Fn::Split takes 2 arguments"
      })
  void anIntrinsicFunctionThatIsNotRunIsRefusedWithItsPlace(String value, String reason) {
    assertThatThrownBy(
            () -> properties("Resources: {Q: {Type: T, Properties: {A: " + value + "}}}"))
        .hasMessage("Resources.Q.Properties.A: " + reason);
  }

  @Test
  void aConditionThatIsNotRunIsRefusedWithItsPlace() {
    String yaml =
        """
        Conditions: {Both: !And [!Equals [a, a], !Equals [b, b]]}
        Resources: {Q: {Type: T, Condition: Both}}
        """;
    assertThatThrownBy(() -> template(yaml, Map.of()))
        .hasMessage("template.yaml:1: Conditions.Both: Fn::And is no condition that is run");
  }

  @Test
  void whatIsNotKnownIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () -> properties("Resources: {Q: {Type: T, Properties: {A: {B: !ImportValue x}}}}"))
        .hasMessage("Resources.Q.Properties.A.B: Fn::ImportValue is not run by the local stack");
    assertThatThrownBy(() -> properties("Resources: {Q: {Type: T, Properties: {A: !Ref Nobody}}}"))
        .hasMessageStartingWith("template.yaml:1: Resources.Q.Properties.A: names Nobody");
    assertThatThrownBy(() -> properties("Resources: {Q: {Type: T, Update: {}}}"))
        .hasMessage("template.yaml:1: Resources.Q.Update: is not run");
    assertThatThrownBy(() -> template("Rules: {}\nResources: {}", Map.of()))
        .hasMessageStartingWith("template.yaml:1: Rules:");
    assertThatThrownBy(() -> template("Mappings: {}\nResources: {}", Map.of()))
        .hasMessageStartingWith("template.yaml:1: Mappings:");
    assertThatThrownBy(() -> template("Resources: {A: {Type: T}, A: {Type: T}}", Map.of()))
        .hasMessageContaining("'A' stands here twice");
  }

  @Test
  void aPropertyThatNobodyReadIsRefusedWithItsPlace() throws IOException {
    Section queue = properties("Resources: {Q: {Type: T, Properties: {A: {B: 1, C: 2}, D: 3}}}");
    queue.ignoring("D").section("A").orElseThrow().text("B");
    assertThatThrownBy(queue::done)
        .hasMessage("Resources.Q.Properties.A.C: is not known to the local stack");
  }

  @Test
  void anIncludedFileIsEvaluatedAndMayNotUseShortForms() throws IOException {
    String yaml =
        """
        Resources:
          Api:
            Type: T
            Properties:
              Body: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: part.yaml}}}
        """;
    Files.writeString(folder.resolve("part.yaml"), "uri: {Fn::Sub: 'x/${Api.Arn}'}\n");
    assertThat(properties(yaml).section("Body").orElseThrow().text("uri"))
        .contains("x/att-Api-Arn");
    Files.writeString(folder.resolve("part.yaml"), "a: 1\nuri: !Sub 'x/${Api.Arn}'\n");
    assertThatThrownBy(() -> properties(yaml))
        .hasMessageContaining("part.yaml:2: !Sub is written in short form");
  }
}
