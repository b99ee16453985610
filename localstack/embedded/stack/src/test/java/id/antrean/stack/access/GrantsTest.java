package id.antrean.stack.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.antrean.emulators.access.Access;
import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy allows, and nothing else. */
class GrantsTest {
  private final List<String> told = new ArrayList<>();
  private final Grants grants = new Grants(told::add);

  private void reads(String function, String policies) {
    try {
      Section properties =
          Section.of(
              "Resources." + function,
              new ObjectMapper().readTree("{\"Policies\":" + policies.replace('\'', '"') + "}"));
      grants.read(function, properties);
      properties.done();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(policies, e);
    }
  }

  private boolean allows(String function, String action, String resource) {
    return grants.allow(function, new Access(action, resource));
  }

  @ParameterizedTest
  @CsvSource({
    "dynamodb:GetItem, arn:t, true",
    "dynamodb:GetItem, arn:other, false",
    "dynamodb:PutItem, arn:t, false",
    "sqs:SendMessage, arn:q/1, true",
    "sqs:SendMessage, arn:q, false",
    "sqs:ReceiveMessage, arn:q/1, true",
    "sqs:ReceiveMessage, arn:x/1, false"
  })
  void whatIsGrantedIsAllowedAndNothingElse(String action, String resource, boolean allowed) {
    reads(
        "F",
        "[{'Statement':[{'Effect':'Allow','Action':'dynamodb:GetItem','Resource':'arn:t'},"
            + "{'Effect':'Allow','Action':['sqs:*'],'Resource':['arn:q/?']}]}]");

    assertThat(allows("F", action, resource)).isEqualTo(allowed);
  }

  @Test
  void aConditionIsMetByWhatTheCallSays() {
    reads(
        "F",
        "[{'Statement':[{'Effect':'Allow','Action':'kms:Decrypt','Resource':'k','Condition':"
            + "{'StringEquals':{'kms:EncryptionContext:purpose':['nik','name']}}}]}]");

    assertThat(uses("nik")).isTrue();
    assertThat(uses("name")).isTrue();
    assertThat(uses("else")).isFalse();
    assertThat(allows("F", "kms:Decrypt", "k")).isFalse();
    assertThat(told)
        .anyMatch(line -> line.contains("{kms:EncryptionContext:purpose=else}"))
        .hasSize(2);
  }

  private boolean uses(String purpose) {
    return grants.allow(
        "F", new Access("kms:Decrypt", "k", Map.of("kms:EncryptionContext:purpose", purpose)));
  }

  @ParameterizedTest
  @CsvSource({"StringEquals, aws:SourceIp", "StringLike, kms:EncryptionContext:purpose"})
  void aConditionThatNobodyLooksAtIsRefused(String operator, String key) {
    assertThatThrownBy(
            () ->
                reads(
                    "F",
                    "[{'Statement':[{'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'%s':{'%s':'x'}}}]}]"
                        .formatted(operator, key)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(operator);
  }

  @Test
  void whatIsMissingIsToldOnceWithTheStatement() {
    reads("F", "[]");

    allows("F", "dynamodb:GetItem", "arn:t");
    allows("F", "dynamodb:GetItem", "arn:t");

    assertThat(told)
        .singleElement()
        .asString()
        .contains("F is not allowed {Effect: Allow, Action: dynamodb:GetItem, Resource: arn:t}");
    assertThat(grants.refused()).hasSize(1);
  }

  @Test
  void oneFunctionsGrantIsNotAnothers() {
    reads("F", "[{'Statement':[{'Effect':'Allow','Action':'a:B','Resource':'*'}]}]");
    reads("G", "[]");

    assertThat(allows("F", "a:B", "arn:t")).isTrue();
    assertThat(allows("G", "a:B", "arn:t")).isFalse();
    assertThat(allows("nobody that the template knows", "a:B", "arn:t")).isFalse();
  }

  @Test
  void whatWasUsedIsCounted() {
    reads(
        "F",
        "[{'Statement':[{'Effect':'Allow','Action':['a:B','a:C','s3:GetObject'],'Resource':'r'}]},"
            + "{'SQSPollerPolicy':{'QueueName':'q'}}]");
    allows("F", "a:B", "r");
    allows("F", "a:B", "r");

    assertThat(grants.uses())
        .extracting(use -> use.grant().action() + " " + use.times())
        .containsExactly("a:B 2", "a:C 0", "s3:GetObject 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{'Statement':[{'Effect':'Deny','Action':'a:B','Resource':'*'}]}] | Effect",
        "[{'Statement':[{'Effect':'Allow','Resource':'*'}]}] | Action",
        "[{'Statement':[{'Effect':'Allow','Action':'a:B'}]}] | Resource",
        "[{'Statement':[{'Effect':'Allow','Action':'a:B','Resource':'*','Condition':{'Bool':{'a:b':'true'}}}]}] | Condition.Bool",
        "[{'S3CrudPolicy':{'BucketName':'b'}}] | S3CrudPolicy"
      })
  void aPolicyThatIsNotKnownIsRefusedWithItsPlace(String policies, String place) {
    assertThatThrownBy(() -> reads("F", policies))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Resources.F")
        .hasMessageContaining(place);
  }
}
