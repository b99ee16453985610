package id.antrean.registration;

/** Forms as people send them. */
final class Forms {

  private Forms() {}

  static final String SITI =
      """
      {"kind":"NEW","passport":{"type":"ELECTRONIC","validityYears":10},
       "applicant":{"nik":"9901014107950001","fullName":"SITI AMINAH","birthPlace":"SERANG",
         "birthDate":"1995-07-01","sex":"FEMALE","phone":"+6281200000001",
         "email":"siti@example.org"}}
      """;

  static final String SITI_IN_ANOTHER_ORDER =
      """
      {"applicant":{"email":"siti@example.org","phone":"+6281200000001","sex":"FEMALE",
         "birthDate":"1995-07-01","birthPlace":"SERANG","fullName":"SITI AMINAH",
         "nik":"9901014107950001"},
       "passport":{"validityYears":10,"type":"ELECTRONIC"}, "kind":"NEW"}
      """;

  /** A child of ten. */
  static final String ADI =
      """
      {"kind":"NEW","passport":{"type":"ORDINARY","validityYears":5},
       "applicant":{"nik":"9901010203160003","fullName":"ADI","birthPlace":"SERANG",
         "birthDate":"2016-03-02","sex":"MALE","phone":"+6281200000001",
         "guardian":{"nik":"9901014107950001","fullName":"SITI AMINAH",
           "phone":"+6281200000001","relation":"MOTHER"}}}
      """;
}
