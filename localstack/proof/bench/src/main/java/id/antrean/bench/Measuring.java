package id.antrean.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the three parts on one store. */
record Measuring(Path home, Plan plan, Progress progress) {

  Result run() {
    progress.tell("Starting the store …");
    try (Store store = Store.start(home)) {
      Booking booking = Booking.on(store, Offices.numbered(plan.offices()));
      Sessions sessions = new Sessions(store);
      Contest contest = new Contest(store.meter(), plan.threads());
      progress.tell("%,d people get their papers ready …".formatted(plan.people()));
      Crowd crowd = Crowd.gathered(store, contest, plan.people());
      List<HotSeat.Round> rounds =
          new HotSeat(store, booking, sessions, contest, plan).rounds(crowd, progress);
      progress.tell("An opening: %,d arrivals …".formatted(plan.arrivals()));
      Opening.Opened opened = new Opening(store, booking, sessions, contest, plan).run(crowd);
      progress.tell("What each step costs …");
      Costs.Bill bill = new Costs(store, booking, sessions, plan.seats()).run();
      return result(store.sessionsTable(), rounds, opened, bill);
    }
  }

  /** What each step costs and nothing else: takes seconds, and is the same on a busy machine. */
  Result costs() {
    progress.tell("What each step costs …");
    try (Store store = Store.start(home)) {
      Booking booking = Booking.on(store, Offices.numbered(1));
      Costs.Bill bill = new Costs(store, booking, new Sessions(store), plan.seats()).run();
      return new Result(plan, List.of(costs(bill, store.sessionsTable())), List.of());
    }
  }

  private static Part costs(Costs.Bill bill, String sessionsTable) {
    return new Part(
        "Cost, in capacity units as the store reports", Figures.ofCosts(bill, sessionsTable));
  }

  private Result result(
      String sessionsTable, List<HotSeat.Round> rounds, Opening.Opened opened, Costs.Bill bill) {
    List<Chart> charts = new ArrayList<>(List.of(Charts.ofHotSeat(rounds.getLast())));
    charts.addAll(Charts.ofOpening(opened));
    return new Result(
        plan,
        List.of(
            new Part(
                "Hot seat: %,d for %d seats of one session"
                    .formatted(plan.contenders(), plan.seats()),
                Figures.ofHotSeat(rounds, sessionsTable)),
            new Part(
                "Opening: %,d arrivals, %d offices of %d seats"
                    .formatted(plan.arrivals(), plan.offices(), plan.seatsPerOffice()),
                Figures.ofOpening(opened.rush())),
            costs(bill, sessionsTable)),
        charts);
  }
}
