package id.antrean.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Sits in the clients and notes every call that is made on a thread, with the capacity that the
 * store says it consumed.
 */
final class Meter implements ExecutionInterceptor {
  private final ThreadLocal<List<StoreCall>> noted = ThreadLocal.withInitial(ArrayList::new);

  /** A piece of work's answer, and the calls it made. */
  record Metered<T>(T answer, List<StoreCall> calls) {}

  <T> Metered<T> on(Supplier<T> work) {
    List<StoreCall> calls = noted.get();
    calls.clear();
    T answer = work.get();
    return new Metered<>(answer, List.copyOf(calls));
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case BatchGetItemRequest several -> several.toBuilder().returnConsumedCapacity(total).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(total).build();
      case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(total).build();
      case TransactWriteItemsRequest several ->
          several.toBuilder().returnConsumedCapacity(total).build();
      case SdkRequest other -> other;
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    note(context.request(), units(context.response()), false, attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    note(context.request(), 0, true, attributes);
  }

  private void note(
      SdkRequest request, double units, boolean failed, ExecutionAttributes attributes) {
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    noted.get().add(new StoreCall(operation, tables(request), units, failed));
  }

  private static Set<String> tables(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> Set.of(get.tableName());
      case BatchGetItemRequest several -> several.requestItems().keySet();
      case QueryRequest query -> Set.of(query.tableName());
      case PutItemRequest put -> Set.of(put.tableName());
      case UpdateItemRequest update -> Set.of(update.tableName());
      case TransactWriteItemsRequest several ->
          several.transactItems().stream().map(Meter::table).collect(Collectors.toSet());
      case SdkRequest other -> Set.of();
    };
  }

  private static String table(TransactWriteItem item) {
    if (item.update() != null) {
      return item.update().tableName();
    }
    if (item.put() != null) {
      return item.put().tableName();
    }
    return item.delete() != null ? item.delete().tableName() : item.conditionCheck().tableName();
  }

  private static double units(SdkResponse response) {
    return switch (response) {
      case GetItemResponse get -> units(get.consumedCapacity());
      case BatchGetItemResponse several ->
          several.consumedCapacity().stream().mapToDouble(Meter::units).sum();
      case QueryResponse query -> units(query.consumedCapacity());
      case PutItemResponse put -> units(put.consumedCapacity());
      case UpdateItemResponse update -> units(update.consumedCapacity());
      case TransactWriteItemsResponse several ->
          several.consumedCapacity().stream().mapToDouble(Meter::units).sum();
      case SdkResponse other -> 0;
    };
  }

  private static double units(ConsumedCapacity consumed) {
    return consumed.capacityUnits();
  }
}
