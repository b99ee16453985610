package id.antrean.uploads;

import id.antrean.domain.ApplicationId;
import id.antrean.domain.Unavailable;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Files in memory, with a store that can be told to stop answering after some calls. */
final class MemoryFiles implements DocumentFiles {
  final Map<DocumentId, byte[]> incoming = new HashMap<>();
  final Map<DocumentId, byte[]> kept = new HashMap<>();
  int callsUntilDown = Integer.MAX_VALUE;

  /** Happens just before a file is kept. */
  Runnable beforeKeep = () -> {};

  private void call() {
    if (callsUntilDown-- <= 0) {
      throw new Unavailable("the store");
    }
  }

  @Override
  public Optional<byte[]> arrived(ApplicationId application, DocumentId document) {
    call();
    return Optional.ofNullable(incoming.get(document));
  }

  @Override
  public void keep(ApplicationId application, Document document, byte[] content) {
    call();
    beforeKeep.run();
    kept.put(document.id(), content);
  }

  @Override
  public void discardArrived(ApplicationId application, DocumentId document) {
    call();
    incoming.remove(document);
  }

  @Override
  public void discardKept(ApplicationId application, DocumentId document) {
    call();
    kept.remove(document);
  }
}
