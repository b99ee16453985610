package id.antrean.servers.elasticmq;

import com.typesafe.config.Config;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.MailboxType;
import org.apache.pekko.dispatch.MessageQueue;
import org.apache.pekko.dispatch.ProducesMessageQueue;
import scala.Option;

/**
 * The mailbox of every queue. ElasticMQ reads the given clock when it delivers but the system's
 * when it turns a delay into a due time, so that with the clock ahead every delay would be over at
 * once; on the way into the queue a message's delay is tied to the given clock.
 */
public final class ClockedMailbox implements MailboxType, ProducesMessageQueue<ClockedMessages> {

  /** Called by the actor system. */
  public ClockedMailbox(ActorSystem.Settings settings, Config config) {}

  @Override
  public MessageQueue create(Option<ActorRef> owner, Option<ActorSystem> system) {
    return new ClockedMessages(
        system.get().settings().setup().get(ClockSetup.class).orElseThrow().clock());
  }
}
