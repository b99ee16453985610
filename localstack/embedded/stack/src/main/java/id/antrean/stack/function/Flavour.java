package id.antrean.stack.function;

import java.util.Locale;

/** Which of its two packages a function is deployed with. */
public enum Flavour {
  /** Classes and libraries, started by Lambda's Java. */
  JVM,

  /** One program, {@code bootstrap}, that asks the Runtime API for its events by itself. */
  NATIVE;

  /** As template.yaml's parameter and the folders of packages have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
