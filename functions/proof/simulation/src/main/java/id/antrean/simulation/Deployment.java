package id.antrean.simulation;

import id.antrean.memory.World;
import java.util.function.UnaryOperator;

/** The ports of each function, as deployed: several functions reach the same world. */
record Deployment(
    Ports holding,
    Ports leaving,
    Ports payments,
    Ports expiry,
    Ports offices,
    Ports uploads,
    Ports counter,
    Ports closing) {

  static Deployment of(World world) {
    Ports ports = Ports.of(world);
    return new Deployment(ports, ports, ports, ports, ports, ports, ports, ports);
  }

  Deployment holding(UnaryOperator<Ports> change) {
    return new Deployment(
        change.apply(holding), leaving, payments, expiry, offices, uploads, counter, closing);
  }

  Deployment leaving(UnaryOperator<Ports> change) {
    return new Deployment(
        holding, change.apply(leaving), payments, expiry, offices, uploads, counter, closing);
  }

  Deployment payments(UnaryOperator<Ports> change) {
    return new Deployment(
        holding, leaving, change.apply(payments), expiry, offices, uploads, counter, closing);
  }

  Deployment expiry(UnaryOperator<Ports> change) {
    return new Deployment(
        holding, leaving, payments, change.apply(expiry), offices, uploads, counter, closing);
  }

  Deployment offices(UnaryOperator<Ports> change) {
    return new Deployment(
        holding, leaving, payments, expiry, change.apply(offices), uploads, counter, closing);
  }

  Deployment counter(UnaryOperator<Ports> change) {
    return new Deployment(
        holding, leaving, payments, expiry, offices, uploads, change.apply(counter), closing);
  }

  Deployment closing(UnaryOperator<Ports> change) {
    return new Deployment(
        holding, leaving, payments, expiry, offices, uploads, counter, change.apply(closing));
  }
}
