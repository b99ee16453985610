package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.Retry;
import id.antrean.domain.document.RememberDeclaration;
import id.antrean.domain.document.RememberedDeclaration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** Remembered declarations in the guards table. */
public final class DynamoDeclarations implements RememberDeclaration {
  private final DynamoDbClient dynamo;
  private final String guards;

  public DynamoDeclarations(DynamoDbClient dynamo, String guardsTable) {
    this.dynamo = dynamo;
    this.guards = guardsTable;
  }

  @Override
  public Optional<RememberedDeclaration> find(String key, Instant now) {
    GetItemResponse found =
        Retry.with(
            "reading a remembered declaration",
            () ->
                dynamo.getItem(
                    get ->
                        get.tableName(guards).key(DeclarationItem.key(key)).consistentRead(true)));
    return found.hasItem()
        ? Optional.of(DeclarationItem.declaration(key, new ItemReader(found.item())))
            .filter(declaration -> declaration.until().isAfter(now))
        : Optional.empty();
  }

  @Override
  public boolean remember(RememberedDeclaration declaration, Instant now) {
    try {
      Retry.with(
          "remembering a declaration",
          () ->
              dynamo.putItem(
                  put ->
                      put.tableName(guards)
                          .item(DeclarationItem.of(declaration))
                          .conditionExpression(DeclarationItem.FREE)
                          .expressionAttributeNames(DeclarationItem.NAMES)
                          .expressionAttributeValues(DeclarationItem.at(now))));
      return true;
    } catch (ConditionalCheckFailedException known) {
      return false;
    }
  }
}
