package id.antrean.stack.deploy;

import id.antrean.stack.template.Section;
import id.antrean.stack.template.TemplateException;
import id.antrean.stack.watch.Alarm;
import id.antrean.stack.watch.AlarmReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** AWS::CloudWatch::Alarm: looked at when somebody asks for it. */
final class AlarmDeployer implements Deployer {
  private final List<Alarm> alarms = new ArrayList<>();

  List<Alarm> alarms() {
    return List.copyOf(alarms);
  }

  @Override
  public String type() {
    return "AWS::CloudWatch::Alarm";
  }

  @Override
  public Deployed deploy(String logicalId, Section properties) {
    properties.ignoring("AlarmActions", "OKActions", "InsufficientDataActions", "ActionsEnabled");
    try {
      alarms.add(AlarmReader.read(logicalId, properties));
    } catch (IllegalArgumentException unknown) {
      throw new TemplateException(properties.place(), String.valueOf(unknown.getMessage()));
    }
    String name = Naming.physical(logicalId);
    return new Deployed(
        logicalId, type(), name, Map.of("Arn", Naming.arn("cloudwatch", "alarm:" + name)));
  }
}
