package id.antrean.emulators.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.emulators.calls.AwsCall;
import id.antrean.emulators.calls.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call does, as IAM names it. */
class AccessesTest {
  private static final String ACCOUNT = ":ap-southeast-3:000000000000:";

  private static List<Access> of(Service service, String operation, String body) {
    return Accesses.of(
        new AwsCall(
            service,
            operation,
            Optional.of("BookingFunction"),
            "POST",
            "/",
            Map.of(),
            body.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DYNAMODB | GetItem | {'TableName':'t'} | dynamodb:GetItem | arn:aws:dynamodb{}table/t",
        "DYNAMODB | Query | {'TableName':'t','IndexName':'i'} | dynamodb:Query | arn:aws:dynamodb{}table/t/index/i",
        "DYNAMODB | Query | {'TableName':'arn:aws:dynamodb:x:1:table/t'} | dynamodb:Query | arn:aws:dynamodb:x:1:table/t",
        "SQS | SendMessage | {'QueueUrl':'http://127.0.0.1:1/000000000000/q'} | sqs:SendMessage | arn:aws:sqs{}q",
        "SQS | SendMessageBatch | {'QueueUrl':'http://127.0.0.1:1/000000000000/q'} | sqs:SendMessage | arn:aws:sqs{}q",
        "SQS | GetQueueUrl | {'QueueName':'q'} | sqs:GetQueueUrl | arn:aws:sqs{}q",
        "STATES | StartExecution | {'stateMachineArn':'arn:m'} | states:StartExecution | arn:m",
        "SECRETSMANAGER | GetSecretValue | {'SecretId':'s'} | secretsmanager:GetSecretValue | arn:aws:secretsmanager{}secret:s",
        "SECRETSMANAGER | UpdateSecretVersionStage | {'SecretId':'s','VersionStage':'AWSCURRENT'} | secretsmanager:UpdateSecretVersionStage | arn:aws:secretsmanager{}secret:s",
        "KMS | Decrypt | {'KeyId':'k'} | kms:Decrypt | arn:aws:kms{}key/k"
      })
  void aCallIsAnActionOnAResource(
      Service service, String operation, String body, String action, String resource) {
    assertThat(of(service, operation, body.replace('\'', '"')))
        .containsExactly(new Access(action, resource.replace("{}", ACCOUNT)));
  }

  /** By it a policy tells what a key may be used for. */
  @ParameterizedTest
  @ValueSource(strings = {"'KeyId':'k',", ""})
  void whatAKeyIsUsedForIsSaid(String key) {
    String body = "{%s'EncryptionContext':{'purpose':'nik'}}".formatted(key);

    assertThat(of(Service.KMS, "Decrypt", body.replace('\'', '"')))
        .extracting(Access::said)
        .containsExactly(Map.of("kms:EncryptionContext:purpose", "nik"));
  }

  @Test
  void aTransactionDoesWhatEachOfItsItemsDoes() {
    assertThat(
            of(
                Service.DYNAMODB,
                "TransactWriteItems",
                """
                {"TransactItems":[
                  {"Put":{"TableName":"a"}},{"Update":{"TableName":"b"}},
                  {"Delete":{"TableName":"a"}},{"ConditionCheck":{"TableName":"c"}}]}"""))
        .extracting(Access::action)
        .containsExactly(
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:ConditionCheckItem");
  }

  @Test
  void aBatchReadsEachOfItsTables() {
    assertThat(of(Service.DYNAMODB, "BatchGetItem", "{\"RequestItems\":{\"a\":{},\"b\":{}}}"))
        .extracting(Access::resource)
        .containsExactly(
            "arn:aws:dynamodb" + ACCOUNT + "table/a", "arn:aws:dynamodb" + ACCOUNT + "table/b");
  }

  @ParameterizedTest
  @CsvSource({
    "SQS, ListQueues, sqs:ListQueues",
    "KMS, Decrypt, kms:Decrypt",
    "DYNAMODB, ExecuteStatement, dynamodb:ExecuteStatement",
    "STATES, ListStateMachines, states:ListStateMachines",
    "SECRETSMANAGER, GetRandomPassword, secretsmanager:GetRandomPassword"
  })
  void whatNamesNothingMayBeAboutAnything(Service service, String operation, String action) {
    assertThat(of(service, operation, "{}")).containsExactly(new Access(action, "*"));
    assertThat(of(service, operation, "no JSON")).containsExactly(new Access(action, "*"));
  }
}
