package id.antrean.sandbox.aggregator.xendit;

import id.antrean.sandbox.aggregator.Aggregator;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.http.OutageSwitch;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.file.Path;
import java.time.InstantSource;

/** Xendit as a whole: the sender of callbacks and the API share one ledger. */
public final class Xendit {
  private final XenditAggregator aggregator;
  private final XenditApi api;

  /**
   * @param folder where payments are kept
   * @param businessTime by which codes die
   */
  public Xendit(SharedSecret secret, Path folder, InstantSource businessTime) {
    XenditLedger ledger = new XenditLedger(folder);
    OutageSwitch outage = new OutageSwitch();
    this.aggregator = new XenditAggregator(secret, ledger, outage);
    this.api = new XenditApi(secret, ledger, outage, businessTime);
  }

  public Aggregator aggregator() {
    return aggregator;
  }

  /** Adds what Xendit has besides: its API, and the switch that takes it down. */
  public void addTo(JavalinDefaultRoutingApi routes) {
    api.addTo(routes);
  }
}
