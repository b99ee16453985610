package id.antrean.domain.office;

/** A closure of an office: opaque, and known to its own people alone. */
public record ClosureId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
