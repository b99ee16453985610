package id.antrean.registration.form;

import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.ProtectNik;
import id.antrean.domain.applicant.ProtectedNik;

/** An identity number on a form: written now, or kept sealed since an earlier form. */
public sealed interface NikEntry {

  /** Written on this form. */
  record Stated(Nik nik) implements NikEntry {}

  /** Not written again, so that of the earlier form stays. */
  record Kept(ProtectedNik nik) implements NikEntry {}

  /**
   * The number as it is stored: a kept one, and one that was only repeated, stays as it is sealed.
   */
  default ProtectedNik sealed(ProtectNik niks) {
    return switch (this) {
      case Stated(Nik nik) -> niks.protect(nik);
      case Kept(ProtectedNik nik) -> nik;
    };
  }

  /** The number in digits, to ask the registry. */
  default Nik opened(ProtectNik niks) {
    return switch (this) {
      case Stated(Nik nik) -> nik;
      case Kept(ProtectedNik nik) -> niks.open(nik);
    };
  }
}
