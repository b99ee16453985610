package id.antrean.aws.applications;

import id.antrean.aws.ItemWriter;
import id.antrean.aws.payments.NotificationItem;
import id.antrean.aws.payments.ResolutionItem;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.CurrentRequest;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.application.Change.CountHold;
import id.antrean.domain.application.Change.GuardPerson;
import id.antrean.domain.application.Change.IssueBill;
import id.antrean.domain.application.Change.KeepWith;
import id.antrean.domain.application.Change.Part;
import id.antrean.domain.application.Change.ReleasePerson;
import id.antrean.domain.application.Change.Remember;
import id.antrean.domain.application.Change.Resolve;
import id.antrean.domain.application.Change.StillAt;
import id.antrean.domain.application.Change.StillGone;
import id.antrean.domain.application.Change.UncountHold;
import id.antrean.domain.application.SaveApplication.BillingCodeTaken;
import id.antrean.domain.application.SaveApplication.HoldsExhausted;
import id.antrean.domain.application.SaveApplication.Moved;
import id.antrean.domain.application.SaveApplication.NoticeKnown;
import id.antrean.domain.application.SaveApplication.PersonHasBooking;
import id.antrean.domain.application.SaveApplication.SaveOutcome;
import id.antrean.domain.payment.Bill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What is written in one transaction with an application: guards, counts, bills, notifications; and
 * what its failure means.
 */
public final class TransactionParts {
  /** There is no guard, or it is this application's. */
  private static final String MINE = "attribute_not_exists(guard) OR application = :own";

  private final String guards;
  private final String payments;

  public TransactionParts(String guardsTable, String paymentsTable) {
    this.guards = guardsTable;
    this.payments = paymentsTable;
  }

  /**
   * @param applications the table of applications
   */
  TransactWriteItem write(Part part, Change change, String applications) {
    Application application = change.before();
    return switch (part) {
      case GuardPerson(ApplicationId ended) -> guard(application, ended);
      case StillAt(ApplicationId other, int version) -> stillAt(other, version, applications);
      case StillGone(ApplicationId other) -> stillGone(other, applications);
      case ReleasePerson() -> release(application);
      case CountHold(int limit) -> count(application, limit);
      case UncountHold() -> uncount(application);
      case IssueBill(Bill bill) -> issue(bill, application);
      case Remember(var declaration, var now) ->
          TransactWriteItem.builder()
              .put(
                  put ->
                      put.tableName(guards)
                          .item(DeclarationItem.of(declaration))
                          .conditionExpression(DeclarationItem.FREE)
                          .expressionAttributeNames(DeclarationItem.NAMES)
                          .expressionAttributeValues(DeclarationItem.at(now)))
              .build();
      case Resolve(var notice, var resolution) ->
          TransactWriteItem.builder()
              .update(ResolutionItem.write(payments, notice, resolution))
              .build();
      case KeepWith(var notification) ->
          TransactWriteItem.builder()
              .put(
                  put ->
                      put.tableName(payments)
                          .item(NotificationItem.of(notification))
                          .conditionExpression(NotificationItem.NEW_OR_REPLACEABLE)
                          .expressionAttributeNames(NotificationItem.NAMES)
                          .expressionAttributeValues(NotificationItem.VALUES)
                          .returnValuesOnConditionCheckFailure(
                              ReturnValuesOnConditionCheckFailure.ALL_OLD))
              .build();
    };
  }

  SaveOutcome refusal(Part part, Map<String, AttributeValue> existing) {
    return switch (part) {
      // Where the one whose guard is taken over has moved, it may count again.
      case GuardPerson ignored -> new PersonHasBooking();
      case StillAt ignored -> new PersonHasBooking();
      case StillGone ignored -> new PersonHasBooking();
      case CountHold(int ignored) -> new HoldsExhausted(GuardItem.holding(existing));
      case IssueBill(Bill ignored) -> new BillingCodeTaken();
      case Remember ignored -> new Moved();
      case Resolve ignored -> new Moved();
      case KeepWith(var ignored) -> new NoticeKnown(NotificationItem.notification(existing));
      case ReleasePerson(), UncountHold() ->
          throw new IllegalStateException("nothing refuses what is taken away");
    };
  }

  private TransactWriteItem guard(Application application, @Nullable ApplicationId ended) {
    Map<String, AttributeValue> values = new HashMap<>(own(application));
    if (ended != null) {
      values.put(":ended", AttributeValue.fromS(ended.value()));
    }
    ItemWriter item =
        new ItemWriter()
            .text("guard", GuardItem.person(application))
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .text("application", application.id().value());
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(guards)
                    .item(item.attributes())
                    .conditionExpression(ended == null ? MINE : MINE + " OR application = :ended")
                    .expressionAttributeValues(values))
        .build();
  }

  private static TransactWriteItem stillGone(ApplicationId other, String applications) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(applications)
                    .key(ApplicationItem.key(other))
                    .conditionExpression("attribute_not_exists(id)"))
        .build();
  }

  private static TransactWriteItem stillAt(ApplicationId other, int version, String applications) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(applications)
                    .key(ApplicationItem.key(other))
                    .conditionExpression("#version = :version")
                    .expressionAttributeNames(Map.of("#version", "version"))
                    .expressionAttributeValues(
                        Map.of(":version", AttributeValue.fromN(Integer.toString(version)))))
        .build();
  }

  private TransactWriteItem release(Application application) {
    return TransactWriteItem.builder()
        .delete(
            delete ->
                delete
                    .tableName(guards)
                    .key(GuardItem.key(GuardItem.person(application)))
                    .conditionExpression(MINE)
                    .expressionAttributeValues(own(application)))
        .build();
  }

  private TransactWriteItem count(Application application, int limit) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(guards)
                    .key(GuardItem.key(GuardItem.holds(application)))
                    .updateExpression("ADD applications :set")
                    .conditionExpression(
                        "attribute_not_exists(applications) OR size(applications) < :limit"
                            + " OR contains(applications, :own)")
                    .expressionAttributeValues(
                        Map.of(
                            ":set", set(application),
                            ":own", AttributeValue.fromS(application.id().value()),
                            ":limit", AttributeValue.fromN(Integer.toString(limit))))
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private TransactWriteItem uncount(Application application) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(guards)
                    .key(GuardItem.key(GuardItem.holds(application)))
                    .updateExpression("DELETE applications :set")
                    .expressionAttributeValues(Map.of(":set", set(application))))
        .build();
  }

  private TransactWriteItem issue(Bill bill, Application application) {
    ItemWriter item =
        new ItemWriter()
            .text("billingCode", bill.code().value())
            .text("part", "bill")
            .number("schema", 1)
            .text("requestId", CurrentRequest.id())
            .text("application", application.id().value())
            .number("amount", bill.amount())
            .instant("issuedAt", bill.issuedAt());
    return TransactWriteItem.builder()
        .put(
            put ->
                put.tableName(payments)
                    .item(item.attributes())
                    .conditionExpression("attribute_not_exists(billingCode)"))
        .build();
  }

  private static Map<String, AttributeValue> own(Application application) {
    return Map.of(":own", AttributeValue.fromS(application.id().value()));
  }

  private static AttributeValue set(Application application) {
    return AttributeValue.fromSs(List.of(application.id().value()));
  }
}
