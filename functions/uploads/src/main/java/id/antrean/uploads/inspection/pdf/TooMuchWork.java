package id.antrean.uploads.inspection.pdf;

/** The file asks for more work than a paper needs: it is given up. */
final class TooMuchWork extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooMuchWork(String what) {
    super(what, null, false, false);
  }
}
