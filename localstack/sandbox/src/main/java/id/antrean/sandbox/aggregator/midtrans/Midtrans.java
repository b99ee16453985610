package id.antrean.sandbox.aggregator.midtrans;

import id.antrean.sandbox.aggregator.Aggregator;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.OutageSwitch;
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
    OutageSwitch outage = new OutageSwitch();
    this.aggregator = new MidtransAggregator(secret, ledger, outage);
    this.statusApi = new MidtransStatusApi(secret, ledger, outage, businessTime);
  }

  public Aggregator aggregator() {
    return aggregator;
  }

  /** Adds what Midtrans alone has: its status API, and the switch that takes it down. */
  public void addTo(JavalinDefaultRoutingApi routes) {
    statusApi.addTo(routes);
  }
}
