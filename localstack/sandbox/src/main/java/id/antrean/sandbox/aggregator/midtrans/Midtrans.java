package id.antrean.sandbox.aggregator.midtrans;

import id.antrean.sandbox.aggregator.Aggregator;
import id.antrean.sandbox.aws.SharedSecret;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.file.Path;
import java.time.InstantSource;

/** Midtrans as a whole: the sender of notifications and the status API share one ledger. */
public final class Midtrans {
  private final MidtransAggregator aggregator;
  private final MidtransStatusApi statusApi;

  /**
   * @param folder where transactions are kept
   * @param businessTime by which codes die
   */
  public Midtrans(SharedSecret secret, Path folder, InstantSource businessTime) {
    MidtransLedger ledger = new MidtransLedger(folder);
    this.aggregator = new MidtransAggregator(secret, ledger);
    this.statusApi = new MidtransStatusApi(secret, ledger, businessTime);
  }

  public Aggregator aggregator() {
    return aggregator;
  }

  /** Adds what Midtrans alone has: its status API, and the switch that takes it down. */
  public void addTo(JavalinDefaultRoutingApi routes) {
    statusApi.addTo(routes);
  }
}
