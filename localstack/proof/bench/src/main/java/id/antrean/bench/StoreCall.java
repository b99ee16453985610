package id.antrean.bench;

import java.util.Set;

/**
 * One call to a store.
 *
 * @param tables what it touched; none for a queue
 * @param units consumed capacity as the store reported it; a refused call is answered without
 * @param failed whether it was answered by an error, such as a condition that did not hold
 */
record StoreCall(String operation, Set<String> tables, double units, boolean failed) {
  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems");

  /** Whether it asks to write to a table, granted or refused: both are paid for. */
  boolean writes() {
    return WRITES.contains(operation);
  }

  boolean writesTo(String table) {
    return writes() && tables.contains(table);
  }
}
