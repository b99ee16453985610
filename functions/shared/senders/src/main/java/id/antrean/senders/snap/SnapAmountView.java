package id.antrean.senders.snap;

import id.antrean.gateway.View;

/** Whole rupiah with the two decimals that the standard asks for. */
record SnapAmountView(String value, String currency) implements View {
  static SnapAmountView of(long rupiah) {
    return new SnapAmountView(rupiah + ".00", "IDR");
  }
}
