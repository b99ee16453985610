package id.antrean.counter.ticket;

/** The few colours of a page; on a printer without colours, each is a grey that can be read. */
enum Ink {
  BLACK("0 g"),
  GREY("0.42 g"),
  /** For lines that part without being looked at. */
  PALE("0.84 g"),
  /** For what stands behind letters. */
  TINT("0.95 g"),
  ACCENT("0.06 0.29 0.38 rg");

  private final String filling;

  Ink(String filling) {
    this.filling = filling;
  }

  /** The operator that fills with it. */
  String filling() {
    return filling;
  }
}
