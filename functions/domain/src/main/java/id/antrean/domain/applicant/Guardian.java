package id.antrean.domain.applicant;

import org.jspecify.annotations.Nullable;

/**
 * The adult who applies with a child.
 *
 * @param phone null only where the child was registered at an office's desk
 */
public record Guardian(
    ProtectedNik nik, String fullName, @Nullable String phone, Relation relation) {

  /** How the guardian is related to the child. */
  public enum Relation {
    FATHER,
    MOTHER,
    GUARDIAN
  }
}
