package id.antrean.uploads.inspection.pdf;

import static id.antrean.uploads.inspection.pdf.Pdfs.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.document.Inspection;
import id.antrean.domain.document.Inspection.Reason;
import id.antrean.domain.document.Inspection.Sound;
import id.antrean.domain.document.Inspection.Unsound;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that leads away is found however it is written, and no other is taken for one. */
class HiddenAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(javascript:1)",
        "(\\152avascript:1)", // a character by its number
        "(java\\123cript:1)",
        "(\\1527:1)", // which has three digits at the most
        "(\\152\\60:1)",
        "(\\j\\a:1)", // a stroke that means nothing
        "(ja\\\nva:1)", // a line that goes on
        "(ja\\\r\nva:1)",
        "(ja\\\rva:1)",
        "(ja\nva:1)", // a scheme in two lines
        "(ja\\nva:1)",
        "(ja\\rva:1)",
        "(ja\\tva:1)",
        "(\\b\\f java:1)", // behind what is not seen
        "(a\\(b\\):1 ) /URI (java:1)", // the second of two
        "<6A617661 3A31>",
        "<6A6\n17661:3A3>", // with half a character at its end, and what is no digit
        "<FEFF006A0061003A>",
        "(\\376\\377\\000j\\000a\\000:)",
        "(/\\/evil/a)",
        "(\\\\\\\\evil\\\\a)",
        "(a+b.c-d9:1)"
      })
  void whatLeadsAwayIsRefused(String address) {
    assertThat(linkTo(address)).isEqualTo(new Unsound(Reason.PDF_ACTIVE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "()",
        "(:)",
        "(a:1)", // a drive, which no viewer opens as a scheme
        "(1a:1)",
        "(halaman/ja:1)",
        "(ja\\bva:1)",
        "(ja\\fva:1)",
        "(ja va:1)",
        "(\\\\evil)", // one stroke
        "(/evil)",
        "(https:\\nx)",
        "(ht\\ntps:x)",
        "<687474703A>",
        "<>",
        "<FEFF>",
        "<FE>",
        "<FF6A0061003A>",
        "(\\376\\000j\\000a\\000:)"
      })
  void everythingElseIsTakenIn(String address) {
    assertThat(linkTo(address)).isEqualTo(new Sound());
  }

  private static Inspection linkTo(String address) {
    return PdfInspection.inspect(
        Pdfs.byHand(
            "",
            ascii("<< /Type /Catalog /Pages 2 0 R /A << /S /URI /URI " + address + " >> >>"),
            ascii("<< /Type /Pages /Kids [3 0 R] >>"),
            ascii("<< /Type /Page /Parent 2 0 R >>")));
  }
}
