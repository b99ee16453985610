package id.antrean.registration.dukcapil;

import id.antrean.domain.applicant.AskDukcapil.Question;
import id.antrean.domain.applicant.Nik;
import id.antrean.domain.applicant.Sex;
import java.time.LocalDate;

/** People who do not exist: no NIK begins with 99. */
final class People {

  static final Question SITI =
      new Question(
          new Nik("9901014107950001"),
          "SITI AMINAH",
          "SERANG",
          LocalDate.of(1995, 7, 1),
          Sex.FEMALE);

  static final Question BUDI =
      new Question(
          new Nik("9901011502010002"),
          "BUDI \"BUD\" SANTOSO",
          "KEDIRI",
          LocalDate.of(2001, 2, 15),
          Sex.MALE);

  private People() {}
}
