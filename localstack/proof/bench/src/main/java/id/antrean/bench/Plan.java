package id.antrean.bench;

/**
 * How large a bench is.
 *
 * @param contenders for the hot seat
 * @param seats of the hot session
 * @param rounds of the hot seat; the median counts
 * @param arrivals at the opening
 * @param offices that open
 * @param seatsPerOffice at the opening
 * @param threads through which everybody goes
 * @param processes among which contenders are spread; each sees sessions for itself
 */
record Plan(
    int contenders,
    int seats,
    int rounds,
    int arrivals,
    int offices,
    int seatsPerOffice,
    int threads,
    int processes) {

  static Plan whole() {
    return new Plan(10_000, 100, 3, 20_000, 20, 50, 16, 1);
  }

  static Plan quick() {
    return new Plan(600, 20, 1, 600, 4, 20, 16, 1);
  }

  /** As many have to come as the larger of both contests needs. */
  int people() {
    return Math.max(contenders, arrivals);
  }
}
