package id.antrean.servers.elasticmq;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.Option;

/**
 * Starts ElasticMQ on a free port. Takes {@code host} (the address to listen on), {@code clock} (a
 * {@link LongSupplier} of epoch milliseconds by which delays and visibility run), {@code
 * visibleHost} and {@code visiblePort} (what queue URLs are to show) and, to keep queues and
 * messages over restarts, {@code data} (a folder). Returns the port and what stops the server.
 * Throws {@link IllegalStateException} when it cannot start.
 */
public final class QueueServer
    implements Function<Map<String, Object>, Map.Entry<Integer, AutoCloseable>> {

  private static final String ACTORS =
      """
      pekko.loglevel = WARNING
      pekko.stdout-loglevel = OFF
      pekko.actor.deployment."/queues/*".mailbox = clocked-mailbox
      clocked-mailbox.mailbox-type = "id.antrean.servers.elasticmq.ClockedMailbox"
      """;

  /** Held here because the logging system forgets the level of a logger nobody holds. */
  private static final List<Logger> TALKATIVE =
      List.of(Logger.getLogger("org.elasticmq"), Logger.getLogger("org.apache.pekko"));

  @Override
  public Map.Entry<Integer, AutoCloseable> apply(Map<String, Object> settings) {
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    LongSupplier clock = (LongSupplier) Objects.requireNonNull(settings.get("clock"));
    ActorSystem system = actorSystem(clock);
    Option<ActorRef> journal = QueueJournal.in(settings.get("data"), system);
    ActorRef queues =
        system.actorOf(
            Props.create(
                QueueManagerActor.class, new MovedTime(clock), StrictSQSLimits$.MODULE$, journal),
            "queues");
    if (journal.isDefined()) {
      QueueJournal.restore(journal.get(), queues);
    }
    NodeAddress visible =
        new NodeAddress(
            "http",
            String.valueOf(settings.get("visibleHost")),
            Integer.parseInt(String.valueOf(settings.get("visiblePort"))),
            "");
    SQSRestServer server =
        SQSRestServerBuilder.withActorSystem(system)
            .withQueueManagerActor(queues)
            .withInterface(String.valueOf(settings.get("host")))
            .withDynamicPort()
            .withServerAddress(visible)
            .withAWSRegion("ap-southeast-3")
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    return Map.entry(port, () -> stop(server, system));
  }

  private static ActorSystem actorSystem(LongSupplier clock) {
    ClassLoader loader = QueueServer.class.getClassLoader();
    Config config = ConfigFactory.parseString(ACTORS).withFallback(ConfigFactory.load(loader));
    return ActorSystem.create(
        "elasticmq",
        ActorSystemSetup.create(
            BootstrapSetup.create(Optional.of(loader), Optional.of(config), Optional.empty()),
            new ClockSetup(clock)));
  }

  private static void stop(SQSRestServer server, ActorSystem system) {
    server.stopAndWait();
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
