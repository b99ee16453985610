package id.antrean.aws.counter;

import id.antrean.domain.counter.TryTicketSeed;
import java.nio.charset.StandardCharsets;

/** Signs a text with the key of a seed, and looks whether that key has signed it and no other. */
public final class TriedTicketSeeds implements TryTicketSeed {

  @Override
  public boolean works(String seed) {
    TicketKey key = TicketKey.of(seed);
    byte[] signed = utf8("a ticket of nobody");
    byte[] signature = key.sign(signed);
    return key.signed(signed, signature) && !key.signed(utf8("another ticket"), signature);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
