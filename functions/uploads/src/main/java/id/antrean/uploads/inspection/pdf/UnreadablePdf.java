package id.antrean.uploads.inspection.pdf;

/** A part of the file cannot be looked into, so nobody can say that it is harmless. */
final class UnreadablePdf extends Exception {
  private static final long serialVersionUID = 1;

  UnreadablePdf(String what) {
    super(what);
  }
}
