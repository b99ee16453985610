package id.antrean.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antrean.stack.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack does not start on a template that names what is not there, and says where that is. */
class BadTemplateTest {
  private static final String DELIMITED = "~";

  @TempDir Path folder;

  /** Before anything is made. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = DELIMITED,
      quoteCharacter = '`',
      value = {
        "THINGS_TABLE: !Ref ThingsTable ~ THINGS_TABLE: !Ref NoTable ~ Globals.Function.Environment.Variables.THINGS_TABLE: names NoTable",
        "Variables: {WHO: second} ~ Variables: {WHO: !GetAtt NoTable.Arn} ~ Resources.SecondFunction.Properties.Environment.Variables.WHO: names NoTable",
        "Variables: {WHO: second} ~ Variables: {WHO: !Sub 'x/${NoTable}/y'} ~ Resources.SecondFunction.Properties.Environment.Variables.WHO: names NoTable",
        "{Queue: !GetAtt PlainQueue.Arn, ~ {Queue: !GetAtt NoQueue.Arn, ~ Resources.PlainFunction.Properties.Events.Plain.Properties.Queue: names NoQueue",
        "Resource: !GetAtt Bucket.Arn} ~ Resource: !GetAtt NoBucket.Arn} ~ Resources.PlainFunction.Properties.Policies[0].Statement[1].Resource: names NoBucket",
        "{deadLetterTargetArn: !GetAtt DeadQueue.Arn, ~ {deadLetterTargetArn: !GetAtt NoQueue.Arn, ~ Resources.PlainQueue.Properties.RedrivePolicy.deadLetterTargetArn: names NoQueue",
        "SecondFunction:⏎ ~ ThirdFunction:⏎ ~ openapi.yaml.paths./things/special.get.x-amazon-apigateway-integration.uri: names SecondFunction",
        "DeadQueue:⏎    Type: AWS::SQS::Queue ~ DeadQueue:⏎    Type: AWS::SQS::Queue⏎    DependsOn: NoQueue ~ Resources.DeadQueue.DependsOn: names NoQueue",
        "DeadQueue:⏎ ~ Alarm:⏎    Type: AWS::CloudWatch::Alarm⏎    Properties: {Dimensions: [{Name: Q, Value: !GetAtt NoQueue.QueueName}]}⏎  DeadQueue:⏎ ~ Resources.Alarm.Properties.Dimensions[0].Value: names NoQueue",
        "Value: !Sub https://${Api}. ~ Value: !Sub https://${NoApi}. ~ Outputs.Url.Value: names NoApi"
      })
  void aNameThatIsNobodysIsRefused(String written, String instead, String refusal)
      throws IOException {
    refuses(written, instead, refusal + ", which is neither a parameter nor a resource here");
  }

  /** As soon as it is known what there is. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = DELIMITED,
      quoteCharacter = '`',
      value = {
        "Variables: {WHO: second} ~ Variables: {WHO: !GetAtt Bucket.Url} ~ Resources.SecondFunction.Properties.Environment.Variables.WHO: Bucket has no attribute Url",
        "{Queue: !GetAtt PlainQueue.Arn, ~ {Queue: 'arn:aws:sqs:ap-southeast-3:000000000000:other', ~ Resources.PlainFunction.Properties.Events.Plain.Properties.Queue: names arn:aws:sqs:ap-southeast-3:000000000000:other, which is no AWS::SQS::Queue",
        "{Queue: !GetAtt PlainQueue.Arn, ~ {Queue: !GetAtt ThingsTable.Arn, ~ Resources.PlainFunction.Properties.Events.Plain.Properties.Queue: names arn:aws:dynamodb:ap-southeast-3:000000000000:table/antrean-paspor-ThingsTable, which is no AWS::SQS::Queue",
        "Resource: !GetAtt Bucket.Arn} ~ Resource: !Sub '${ThingsTable.Arn}/index/none'} ~ Resources.PlainFunction.Properties.Policies[0].Statement[1].Resource: names arn:aws:dynamodb:ap-southeast-3:000000000000:table/antrean-paspor-ThingsTable/index/none, which is nothing of this template",
        "Resource: !GetAtt Bucket.Arn} ~ Resource: 'arn:aws:s3:::other/*'} ~ Resources.PlainFunction.Properties.Policies[0].Statement[1].Resource: names arn:aws:s3:::other/*, which is nothing of this template",
        "SecretId: !Ref Secret ~ SecretId: other ~ Resources.SecretsRotation.Properties.SecretId: names other, which is no AWS::SecretsManager::Secret",
        "RotationLambdaARN: !Sub ${RotatingFunction.Arn}:live ~ RotationLambdaARN: !GetAtt PlainQueue.Arn ~ Resources.SecretsRotation.Properties.RotationLambdaARN: names arn:aws:sqs:ap-southeast-3:000000000000:antrean-paspor-PlainQueue, which is no AWS::Serverless::Function"
      })
  void whatIsNotThereIsRefused(String written, String instead, String refusal) throws IOException {
    refuses(written, instead, refusal);
  }

  /** What would be rotated otherwise than the template says. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = DELIMITED,
      quoteCharacter = '`',
      value = {
        "RotateImmediatelyOnUpdate: false ~ RotateImmediatelyOnUpdate: true ~ Resources.SecretsRotation.Properties.RotateImmediatelyOnUpdate: is not false",
        "{AutomaticallyAfterDays: 1000} ~ {AutomaticallyAfterDays: 1001} ~ Resources.SecretsRotation.Properties.RotationRules.AutomaticallyAfterDays: is not 1 to 1000: 1001",
        "{AutomaticallyAfterDays: 1000} ~ {AutomaticallyAfterDays: 10, Duration: 2h} ~ Resources.SecretsRotation.Properties.RotationRules.Duration: is not known to the local stack"
      })
  void aRotationThatIsNotRunIsRefused(String written, String instead, String refusal)
      throws IOException {
    refuses(written, instead, refusal);
  }

  private void refuses(String written, String instead, String refusal) throws IOException {
    TestProject project = TestProject.in(folder.resolve("project"));
    Path template = project.folder().resolve("template.yaml");
    String sound = Files.readString(template);
    assertThat(sound).contains(lines(written));
    Files.writeString(template, sound.replace(lines(written), lines(instead)));

    assertThatThrownBy(() -> Stack.start(project.settings()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(refusal)
        .satisfies(thrown -> isAtItsLine(project.folder(), String.valueOf(thrown.getMessage())));
  }

  private static String lines(String text) {
    return text.replace("⏎", "\n");
  }

  /** The line that is named has the last word of the place, or is an item of what has it. */
  private static void isAtItsLine(Path project, String message) {
    String[] parts = message.split(": ", 3);
    String[] line = parts[0].split(":", 2);
    String word = parts[1].substring(parts[1].lastIndexOf('.') + 1).replaceAll("\\[.*", "");
    try {
      List<String> lines = Files.readAllLines(project.resolve(line[0]));
      assertThat(lines.get(Integer.parseInt(line[1]) - 1)).contains(word);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
