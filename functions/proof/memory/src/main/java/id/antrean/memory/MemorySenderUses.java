package id.antrean.memory;

import id.antrean.domain.payment.KeepSenderUse;
import id.antrean.domain.payment.SenderUse;
import java.util.HashMap;
import java.util.Map;

/** What senders used their ids for. */
public final class MemorySenderUses implements KeepSenderUse {
  private final Calls calls;
  private final Map<String, String> digests = new HashMap<>();

  MemorySenderUses(Calls calls) {
    this.calls = calls;
  }

  @Override
  public boolean claim(SenderUse use) {
    return calls.make(
        "sender-use",
        () -> use.digest().equals(digests.computeIfAbsent(use.key(), _ -> use.digest())));
  }
}
