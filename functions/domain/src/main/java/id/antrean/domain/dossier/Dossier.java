package id.antrean.domain.dossier;

import id.antrean.domain.applicant.Applicant;
import id.antrean.domain.applicant.Identity;
import id.antrean.domain.document.Document;
import id.antrean.domain.document.DocumentId;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.Paper;
import id.antrean.domain.document.Papers;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.passport.PassportRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The half of an application that its person fills in: who they are, which passport they ask for,
 * and their papers. It knows nothing of seats and money.
 *
 * @param identity what the civil registry says of the person
 * @param documents files that were declared, one a paper
 * @param seen papers that lay on the desk of the office where the person was registered: of these
 *     no file is needed
 * @param appliedAt papers and tariffs are those of that day
 */
public record Dossier(
    PassportRequest passport,
    Applicant applicant,
    Identity identity,
    List<Document> documents,
    List<DocumentKind> seen,
    Instant appliedAt) {

  public Dossier {
    documents = List.copyOf(documents);
    seen = List.copyOf(seen);
  }

  /** One without a paper yet. */
  public static Dossier of(
      PassportRequest passport, Applicant applicant, Identity identity, Instant appliedAt) {
    return new Dossier(passport, applicant, identity, List.of(), List.of(), appliedAt);
  }

  // ---- What it is ----

  /** Whether the person was a child on the day of applying. */
  public boolean child() {
    return applicant.guardian() != null;
  }

  /** The papers it needs, by the rules of the day of applying. */
  public List<Paper> papers() {
    return Papers.required(passport.kind(), child(), appliedAt);
  }

  /** The file that fulfils a paper or is on its way to. */
  public Optional<Document> fileFor(Paper paper) {
    return documents.stream()
        .filter(document -> paper.accepts().contains(document.kind()))
        .findFirst();
  }

  public Optional<Document> document(DocumentId documentId) {
    return documents.stream().filter(document -> document.id().equals(documentId)).findFirst();
  }

  /** Whether the paper itself was seen. */
  public boolean isSeen(Paper paper) {
    return paper.isAmong(seen);
  }

  /** Papers that nobody has seen, and without a verified file. */
  public List<DocumentKind> missing() {
    return papers().stream()
        .filter(paper -> !isSeen(paper))
        .filter(paper -> fileFor(paper).filter(Document::verified).isEmpty())
        .map(Paper::kind)
        .toList();
  }

  /** Whether every paper is verified or was seen. */
  public boolean complete() {
    return missing().isEmpty();
  }

  // ---- What becomes of it ----

  /** Corrected; other papers may be needed now, or fewer. */
  public Dossier corrected(PassportRequest toPassport, Applicant to, Identity verdict) {
    return new Dossier(toPassport, to, verdict, documents, seen, appliedAt);
  }

  /** The same of the same person, for another passport. */
  public Dossier askingFor(PassportRequest other) {
    return new Dossier(other, applicant, identity, documents, seen, appliedAt);
  }

  /** With papers that lie on the desk. */
  public Dossier seeing(List<DocumentKind> papers) {
    return new Dossier(passport, applicant, identity, documents, papers, appliedAt);
  }

  /** With a verdict of the civil registry. */
  public Dossier identified(Identity verdict) {
    return new Dossier(passport, applicant, verdict, documents, seen, appliedAt);
  }

  /** With a file that was declared; another file for the same paper gives way. */
  public Dossier declared(Document document) {
    return with(
        Stream.concat(
                documents.stream().filter(sharesPaperWith(document.kind()).negate()),
                Stream.of(document))
            .toList());
  }

  public Dossier verified(DocumentId document) {
    return replaced(document, Document::accepted);
  }

  public Dossier rejected(DocumentId document, RejectionReason why) {
    return replaced(document, file -> file.rejected(why));
  }

  public Dossier sentBack(DocumentId document, String why) {
    return replaced(document, file -> file.sentBack(why));
  }

  public Dossier approved(DocumentId document, Instant now) {
    return replaced(document, file -> file.approved(now));
  }

  public Dossier without(DocumentId document) {
    return with(documents.stream().filter(file -> !file.id().equals(document)).toList());
  }

  private Predicate<Document> sharesPaperWith(DocumentKind kind) {
    List<DocumentKind> alternatives =
        papers().stream()
            .filter(paper -> paper.accepts().contains(kind))
            .findFirst()
            .map(Paper::accepts)
            .orElse(List.of(kind));
    return document -> alternatives.contains(document.kind());
  }

  private Dossier replaced(DocumentId document, UnaryOperator<Document> replacement) {
    List<Document> all = new ArrayList<>(documents);
    all.replaceAll(file -> file.id().equals(document) ? replacement.apply(file) : file);
    return with(all);
  }

  private Dossier with(List<Document> others) {
    return new Dossier(passport, applicant, identity, others, seen, appliedAt);
  }
}
