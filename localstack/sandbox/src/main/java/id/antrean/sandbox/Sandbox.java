package id.antrean.sandbox;

import id.antrean.sandbox.aggregator.AggregatorRoutes;
import id.antrean.sandbox.aggregator.NotificationSender;
import id.antrean.sandbox.aggregator.Outbox;
import id.antrean.sandbox.aggregator.doku.DokuAggregator;
import id.antrean.sandbox.aggregator.midtrans.Midtrans;
import id.antrean.sandbox.aggregator.snap.SnapAggregator;
import id.antrean.sandbox.aggregator.standard.StandardAggregator;
import id.antrean.sandbox.aggregator.xendit.Xendit;
import id.antrean.sandbox.aws.Bills;
import id.antrean.sandbox.aws.SharedSecret;
import id.antrean.sandbox.clock.ClockControl;
import id.antrean.sandbox.dukcapil.DukcapilRoutes;
import id.antrean.sandbox.http.Problem;
import id.antrean.sandbox.identity.IdentityRoutes;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Every outside party together. Their routes begin with {@code /sandbox/identity}, {@code
 * /sandbox/aggregators} and {@code /sandbox/dukcapil}, and can be added to any Javalin server.
 */
public final class Sandbox implements AutoCloseable {
  private final DynamoDbClient dynamoDb;
  private final SecretsManagerClient secretsManager;
  private final IdentityRoutes identity;
  private final Midtrans midtrans;
  private final Xendit xendit;
  private final DokuAggregator doku;
  private final Outbox outbox;
  private final AggregatorRoutes aggregators;
  private final DukcapilRoutes dukcapil;

  /**
   * @param businessTime the time that payments are stamped with
   */
  public Sandbox(SandboxSettings settings, InstantSource businessTime) {
    this.dynamoDb = settings.aws().dynamoDb();
    this.secretsManager = settings.aws().secretsManager();
    this.identity =
        new IdentityRoutes(settings.baseUrl(), settings.tokenAudience(), settings.dataFolder());
    this.midtrans =
        new Midtrans(secret(settings.midtransSecret()), settings.dataFolder(), businessTime);
    this.xendit = new Xendit(secret(settings.xenditSecret()), settings.dataFolder(), businessTime);
    this.doku =
        new DokuAggregator(secret(settings.dokuSecret()), settings.apiUrl(), settings.dataFolder());
    NotificationSender sender = new NotificationSender(settings.apiUrl());
    this.outbox = new Outbox(sender, businessTime);
    this.aggregators =
        new AggregatorRoutes(
            List.of(
                midtrans.aggregator(),
                new StandardAggregator(secret(settings.standardSecret())),
                xendit.aggregator(),
                doku,
                new SnapAggregator(secret(settings.snapSecret()), settings.dataFolder(), sender)),
            new Bills(dynamoDb, settings.paymentsTable()),
            outbox,
            settings.dataFolder(),
            businessTime);
    this.dukcapil = new DukcapilRoutes(secret(settings.dukcapilSecret()));
  }

  /** That clock, which on its way has everything told that aggregators have to tell. */
  public ClockControl telling(ClockControl clock) {
    return outbox.moving(clock);
  }

  public void addTo(JavalinDefaultRoutingApi routes) {
    outbox.start();
    identity.addTo(routes);
    midtrans.addTo(routes);
    xendit.addTo(routes);
    doku.addTo(routes);
    aggregators.addTo(routes);
    dukcapil.addTo(routes);
    routes.exception(
        SdkException.class,
        (fault, context) ->
            Problem.unavailable(
                    503,
                    "The system's AWS did not answer the sandbox, which has done nothing. A payment"
                        + " whose amount is given need not ask for its bill.")
                .answer(context));
  }

  @Override
  public void close() {
    outbox.close();
    dynamoDb.close();
    secretsManager.close();
  }

  private SharedSecret secret(String id) {
    return new SharedSecret(secretsManager, id);
  }
}
