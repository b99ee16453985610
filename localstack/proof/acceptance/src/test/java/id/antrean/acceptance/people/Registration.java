package id.antrean.acceptance.people;

import java.util.Map;

/** What one person applies for. */
public record Registration(String kind, String type, int validityYears, Person person) {

  /** A first electronic passport for ten years. */
  public static Registration of(Person person) {
    return new Registration("NEW", "ELECTRONIC", 10, person);
  }

  /** A first electronic passport for five years, as children get it. */
  public static Registration ofChild(Person child) {
    return new Registration("NEW", "ELECTRONIC", 5, child);
  }

  public Registration kind(String other) {
    return new Registration(other, type, validityYears, person);
  }

  public Registration passport(String otherType, int years) {
    return new Registration(kind, otherType, years, person);
  }

  public Map<String, Object> json() {
    return Map.of(
        "kind", kind,
        "passport", Map.of("type", type, "validityYears", validityYears),
        "applicant", person.json());
  }
}
