package id.antrean.aws.applications;

import id.antrean.aws.ItemReader;
import id.antrean.aws.Items;
import id.antrean.aws.Retry;
import id.antrean.domain.document.RememberDeclaration;
import id.antrean.domain.document.RememberedDeclaration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

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
    return Items.find(dynamo, guards, DeclarationItem.key(key), "reading a remembered declaration")
        .map(item -> DeclarationItem.declaration(key, new ItemReader(item)))
        .filter(declaration -> declaration.until().isAfter(now));
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
