package id.antrean.bench;

import id.antrean.aws.identity.ApplicationIds;
import id.antrean.aws.identity.DocumentIds;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.Recency;
import id.antrean.domain.allowance.SpendAllowance;
import id.antrean.domain.applicant.DukcapilAnswer;
import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.ProtectNik;
import id.antrean.domain.applicant.ProtectedNik;
import id.antrean.domain.applicant.Regions;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentFiles;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.Inspection;
import id.antrean.gateway.EventLog;
import id.antrean.registration.CheckIdentity;
import id.antrean.registration.OpenQuestion;
import id.antrean.registration.People;
import id.antrean.registration.Register;
import id.antrean.uploads.DeclareDocument;
import id.antrean.uploads.VerifyUpload;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;

/**
 * The use cases before a seat, put together as for the functions. The civil registry agrees, and
 * every file has arrived and is sound: neither is asked in the store.
 *
 * @param file of every paper
 */
record Applying(Store store, byte[] file, Clock clock) {

  Register register() {
    return new Register(
        new ApplicationIds(() -> "secret"),
        content -> String.join("|", content),
        store.applications(),
        store.saves(),
        new People(new SealedNumbers(), Regions.bundled()),
        new CheckIdentity(question -> new DukcapilAnswer.Matched(), log(), clock),
        new OpenQuestion((reminder, delay) -> {}, log()),
        allowances(),
        clock);
  }

  DeclareDocument declare() {
    return new DeclareDocument(
        store.applications(),
        store.saves(),
        new SameFile(file),
        new DocumentIds(),
        content -> String.join("|", content),
        store.declarations(),
        allowances(),
        clock);
  }

  VerifyUpload verify() {
    return new VerifyUpload(
        store.applications(),
        store.saves(),
        new SameFile(file),
        (declared, content) -> new Inspection.Sound(),
        log(),
        new Recency(System::nanoTime, clock),
        clock);
  }

  private SpendAllowance allowances() {
    return new SpendAllowance(store.uses(), clock);
  }

  private EventLog log() {
    return new EventLog(new PrintStream(OutputStream.nullOutputStream()), clock, "bench");
  }

  /** Numbers as long as they are under a key of KMS: a longer item costs more. */
  private static final class SealedNumbers implements ProtectNik {
    @Override
    public ProtectedNik protect(Nik nik) {
      return new ProtectedNik(
          nik.masked(), "%64s".formatted(nik.digits()), "%310s".formatted(nik.digits()));
    }

    @Override
    public Nik open(ProtectedNik nik) {
      return new Nik(nik.sealed().strip());
    }
  }

  /** Of each document the same file. */
  private record SameFile(byte[] content) implements DocumentFiles {

    @Override
    public Optional<byte[]> arrived(ApplicationId application, DocumentId document) {
      return Optional.of(content);
    }

    @Override
    public void keep(ApplicationId application, Document document, byte[] verified) {}

    @Override
    public void discardArrived(ApplicationId application, DocumentId document) {}

    @Override
    public void discardKept(ApplicationId application, DocumentId document) {}
  }
}
