package id.antrean.aws.applications;

import id.antrean.aws.ItemWriter;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What stands in the guards table: who has a person's booking, and an account's unpaid seats. */
final class GuardItem {

  private GuardItem() {}

  static String person(Application application) {
    return "nik#" + application.dossier().applicant().nik().lookup();
  }

  static String holds(Application application) {
    return "holds#" + application.account();
  }

  static Map<String, AttributeValue> key(String guard) {
    return new ItemWriter().text("guard", guard).attributes();
  }

  static Optional<ApplicationId> holder(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get("application")).map(it -> new ApplicationId(it.s()));
  }

  static List<ApplicationId> holding(Map<String, AttributeValue> item) {
    AttributeValue applications = item.get("applications");
    return applications == null
        ? List.of()
        : applications.ss().stream().map(ApplicationId::new).toList();
  }
}
