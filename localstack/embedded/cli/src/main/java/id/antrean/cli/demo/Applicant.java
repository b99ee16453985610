package id.antrean.cli.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/**
 * Somebody who does not exist. The region of the NIK was never given out, and its serial is new
 * each time, because a NIK holds one live booking only.
 *
 * @param account whose token makes the calls
 */
record Applicant(String account, String nik) {
  static Applicant anybody(Random random) {
    int serial = 1 + random.nextInt(9999);
    int district = 1 + random.nextInt(99);
    String nik = "9901%02d410795%04d".formatted(district, serial);
    return new Applicant("demo-" + Integer.toHexString(random.nextInt()), nik);
  }

  ObjectNode registration() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", "NEW");
    body.putObject("passport").put("type", "ELECTRONIC").put("validityYears", 10);
    body.putObject("applicant")
        .put("nik", nik)
        .put("fullName", "SITI AMINAH")
        .put("birthPlace", "SERANG")
        .put("birthDate", "1995-07-01")
        .put("sex", "FEMALE")
        .put("phone", "+6281200000001")
        .put("email", "siti@example.org");
    return body;
  }
}
