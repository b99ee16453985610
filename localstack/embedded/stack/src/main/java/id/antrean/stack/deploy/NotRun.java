package id.antrean.stack.deploy;

import java.util.Map;
import java.util.Set;

/**
 * Resources that mean nothing on a developer's machine: they are named here so that everything else
 * unknown is refused. Other resources may still refer to them.
 */
final class NotRun {
  static final Set<String> TYPES =
      Set.of(
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::IAM::Role",
          "AWS::IAM::Policy",
          "AWS::IAM::ManagedPolicy",
          "AWS::KMS::Alias",
          "AWS::Lambda::Permission",
          "AWS::S3::BucketPolicy",
          "AWS::SNS::Topic",
          "AWS::SNS::TopicPolicy",
          "AWS::SQS::QueuePolicy");

  private NotRun() {}

  static Deployed named(String logicalId, String type) {
    String name = Naming.physical(logicalId);
    String service = type.split("::", -1)[1].toLowerCase(java.util.Locale.ROOT);
    return new Deployed(logicalId, type, name, Map.of("Arn", Naming.arn(service, name)));
  }
}
