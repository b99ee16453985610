package id.antrean.servers.elasticmq;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.List$;
import scala.util.Either;

/** Keeps queues and messages in an H2 file, so that they survive a restart. */
final class QueueJournal {

  private static final Duration RESTORE_LIMIT = Duration.ofSeconds(60);

  private QueueJournal() {}

  /** The journal in a folder ({@link Path}); none when there is no folder. */
  static Option<ActorRef> in(@Nullable Object folder, ActorSystem system) {
    if (!(folder instanceof Path data)) {
      return Option.empty();
    }
    // Written at once (no write delay): a killed process must lose no message it has accepted.
    String url = "jdbc:h2:file:" + data.resolve("queues").toAbsolutePath() + ";WRITE_DELAY=0";
    SqlQueuePersistenceConfig config =
        new SqlQueuePersistenceConfig(true, "org.h2.Driver", url, "", "", false);
    return Option.apply(
        system.actorOf(
            Props.create(SqlQueuePersistenceActor.class, config, List$.MODULE$.empty()),
            "journal"));
  }

  /** Brings the kept queues and messages back; returns when they are there. */
  static void restore(ActorRef journal, ActorRef queues) {
    Object restored =
        Patterns.ask(journal, new QueueEvent.Restore(queues), RESTORE_LIMIT)
            .toCompletableFuture()
            .join();
    if (restored instanceof Either<?, ?> either && either.isLeft()) {
      throw new IllegalStateException("ElasticMQ could not restore its queues: " + either);
    }
  }
}
