package id.antrean.domain.applicant;

/** The adult who applies with a child. */
public record Guardian(ProtectedNik nik, String fullName, String phone, Relation relation) {

  /** How the guardian is related to the child. */
  public enum Relation {
    FATHER,
    MOTHER,
    GUARDIAN
  }
}
