package id.antrean.bench;

/** Tells whoever waits what is being done. */
@FunctionalInterface
interface Progress {
  void tell(String what);
}
