package id.antrean.aws.identity;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.NewApplicationId;
import java.util.function.Supplier;

/** Ids of applications: random, or the keyed hash of an idempotency key. */
public final class ApplicationIds implements NewApplicationId {
  private final KeyedIds ids;

  public ApplicationIds(Supplier<String> secret) {
    this.ids = new KeyedIds(secret);
  }

  @Override
  public ApplicationId unguessable() {
    return ApplicationId.of(ids.random());
  }

  @Override
  public ApplicationId forKey(String account, String key, int generation) {
    return ApplicationId.of(ids.forKey(account, "POST /applications", key, generation));
  }
}
