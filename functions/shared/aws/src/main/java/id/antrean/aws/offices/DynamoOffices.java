package id.antrean.aws.offices;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Offices as they were within the last minute of real time. An office that was not found is looked
 * for again each time: it may have come.
 */
public final class DynamoOffices implements FindOffice {
  private static final long KEPT_NANOS = Duration.ofMinutes(1).toNanos();

  private final FindOffice store;
  private final LongSupplier nanoTime;
  private final Map<OfficeId, Kept<Office>> one = new ConcurrentHashMap<>();
  private volatile @Nullable Kept<List<Office>> all;

  private record Kept<T>(T value, long since) {}

  public DynamoOffices(DynamoDbClient dynamo, String table) {
    this(new OfficesTable(dynamo, table), System::nanoTime);
  }

  /**
   * @param nanoTime a clock that only ever goes forward
   */
  DynamoOffices(FindOffice store, LongSupplier nanoTime) {
    this.store = store;
    this.nanoTime = nanoTime;
  }

  @Override
  public Optional<Office> find(OfficeId id) {
    Kept<Office> kept = one.get(id);
    if (kept != null && fresh(kept)) {
      return Optional.of(kept.value());
    }
    Optional<Office> found = store.find(id);
    found.ifPresentOrElse(
        office -> one.put(id, new Kept<>(office, nanoTime.getAsLong())), () -> one.remove(id));
    return found;
  }

  @Override
  public List<Office> all() {
    Kept<List<Office>> kept = all;
    if (kept != null && fresh(kept)) {
      return kept.value();
    }
    List<Office> found = store.all();
    all = new Kept<>(found, nanoTime.getAsLong());
    return found;
  }

  private boolean fresh(Kept<?> kept) {
    return nanoTime.getAsLong() - kept.since() < KEPT_NANOS;
  }
}
