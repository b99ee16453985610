package id.antrean.domain.applicant;

/** Seals identity numbers for storage and opens them again for the population registry. */
public interface ProtectNik {

  ProtectedNik protect(Nik nik);

  /** Throws {@link id.antrean.domain.Unavailable} when the key cannot be reached. */
  Nik open(ProtectedNik nik);
}
