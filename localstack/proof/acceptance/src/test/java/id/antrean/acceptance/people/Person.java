package id.antrean.acceptance.people;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants a passport. Nobody real: the region of every NIK is one that is not assigned,
 * and no two are alike, so that tests do not meet in the rule of one live booking per person.
 */
public record Person(
    String nik,
    String fullName,
    String birthPlace,
    LocalDate birthDate,
    Sex sex,
    String phone,
    String email,
    @Nullable Person guardian) {

  /** As stated; a NIK has it in its day. */
  public enum Sex {
    FEMALE,
    MALE
  }

  private static final int WOMENS_DAYS = 40;
  private static final AtomicInteger SERIAL =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000_000));

  /** A grown woman; her name may contain a word that Dukcapil answers specially to. */
  public static Person adult(String fullName) {
    return born(fullName, LocalDate.of(1965, 1, 1).plusDays(SERIAL.incrementAndGet() % 12_000));
  }

  public static Person adult() {
    return adult("SITI AMINAH");
  }

  /** A child with its mother as guardian. */
  public static Person childOf(LocalDate today, int age) {
    return born("PUTRI AMINAH", today.minusYears(age).minusDays(30)).with(adult("SITI AMINAH"));
  }

  public static Person born(String fullName, LocalDate birthDate) {
    return new Person(
        nik(birthDate, Sex.FEMALE, SERIAL.incrementAndGet()),
        fullName,
        "SERANG",
        birthDate,
        Sex.FEMALE,
        "+6281200000001",
        "siti@example.org",
        null);
  }

  public Person with(Person newGuardian) {
    return new Person(nik, fullName, birthPlace, birthDate, sex, phone, email, newGuardian);
  }

  public Person withoutGuardian() {
    return new Person(nik, fullName, birthPlace, birthDate, sex, phone, email, null);
  }

  /** The same NIK, and a birth date that was corrected since it was issued. */
  public Person withBirthDate(LocalDate corrected) {
    return new Person(nik, fullName, birthPlace, corrected, sex, phone, email, guardian);
  }

  public Person withNik(String other) {
    return new Person(other, fullName, birthPlace, birthDate, sex, phone, email, guardian);
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("nik", nik);
    json.put("fullName", fullName);
    json.put("birthPlace", birthPlace);
    json.put("birthDate", birthDate.toString());
    json.put("sex", sex.name());
    json.put("phone", phone);
    json.put("email", email);
    if (guardian != null) {
      json.put(
          "guardian",
          Map.of(
              "nik", guardian.nik(),
              "fullName", guardian.fullName(),
              "phone", guardian.phone(),
              "relation", "MOTHER"));
    }
    return json;
  }

  private static String nik(LocalDate born, Sex sex, int serial) {
    int day = born.getDayOfMonth() + (sex == Sex.FEMALE ? WOMENS_DAYS : 0);
    int district = 1 + serial / 9_999 % 50;
    return "9901%02d%02d%02d%02d%04d"
        .formatted(district, day, born.getMonthValue(), born.getYear() % 100, 1 + serial % 9_999);
  }
}
