package id.antrean.domain.applicant;

/**
 * A NIK as it is stored: never readable without the key. Law 27/2022 on personal data.
 *
 * @param masked what people are shown, {@code ************0001}, whatever was stored before
 * @param lookup keyed hash by which the same person is recognised
 * @param sealed the encrypted digits with the key's id, opened only to ask the registry again
 */
public record ProtectedNik(String masked, String lookup, String sealed) {

  public ProtectedNik {
    masked = Nik.masked(masked);
  }
}
