package id.antrean.aws.payments;

import id.antrean.aws.ItemWriter;
import id.antrean.aws.Retry;
import id.antrean.domain.payment.KeepSenderUse;
import id.antrean.domain.payment.SenderUse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Ids that senders used, an item of the guards table each: one conditional write claims. The store
 * clears it away some time after it may be forgotten.
 */
public final class DynamoSenderUses implements KeepSenderUse {
  private final DynamoDbClient dynamo;
  private final String guards;

  public DynamoSenderUses(DynamoDbClient dynamo, String guardsTable) {
    this.dynamo = dynamo;
    this.guards = guardsTable;
  }

  @Override
  public boolean claim(SenderUse use) {
    try {
      Retry.with(
          "claiming a sender's id",
          () ->
              dynamo.putItem(
                  put ->
                      put.tableName(guards)
                          .item(
                              new ItemWriter()
                                  .text("guard", "sent#" + use.key())
                                  .text("digest", use.digest())
                                  .number("forgetAt", use.until().getEpochSecond())
                                  .attributes())
                          .conditionExpression("attribute_not_exists(guard) OR digest = :digest")
                          .expressionAttributeValues(
                              new ItemWriter().text(":digest", use.digest()).attributes())));
      return true;
    } catch (ConditionalCheckFailedException usedForAnother) {
      return false;
    }
  }
}
