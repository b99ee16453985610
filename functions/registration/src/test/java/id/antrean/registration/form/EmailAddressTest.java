package id.antrean.registration.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "siti@example.org",
        "Siti.Aminah+paspor@Example.CO.ID",
        "x@example.xn--p1ai",
        "x@xn--80ak6aa92e.xn--p1ai",
        "o'brien@example.org",
        "a@b.id",
        "a@1.example.id",
        "a@a-b.example.museum",
        "{a}|~@example.org"
      })
  void isKeptAsItIsWritten(String address) {
    assertThat(EmailAddress.read(address)).contains(address);
  }

  @ParameterizedTest
  @CsvSource({
    "' siti@example.org ', siti@example.org",
    "x@пример.рф, x@xn--e1afmkfd.xn--p1ai",
    "x@bücher.example, x@xn--bcher-kva.example",
    "x@例え。jp, x@xn--r8jz45g.jp"
  })
  void isKeptAsMailIsSent(String written, String kept) {
    assertThat(EmailAddress.read(written)).contains(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@example.org",
        "nobody",
        "a@b",
        "a@b.c",
        "a@localhost",
        "a@example.123",
        "a@1.2.3.4",
        "a@[1.2.3.4]",
        "a b@example.org",
        "a@exam ple.org",
        "a@@example.org",
        ".a@example.org",
        "a.@example.org",
        "a..b@example.org",
        "a@.example.org",
        "a@example..org",
        "a@example.org.",
        "a@-example.org",
        "a@example-.org",
        "a@example.xn--",
        "\"a\"@example.org",
        "ä@example.org",
        "a@exa_mple.org",
        "a\n@example.org",
        "a@example.org\nBcc: b@example.org",
        "a@exam\u200Bple.o rg",
        "=cmd@example,org"
      })
  void isRefusedWhereNoLetterArrives(String written) {
    assertThat(EmailAddress.read(written)).isEmpty();
  }

  @Test
  void isAsLongAsMailAllows() {
    String label = "a".repeat(63);
    assertThat(EmailAddress.read("m".repeat(64) + "@" + label + ".org")).isPresent();
    assertThat(EmailAddress.read("m".repeat(65) + "@" + label + ".org")).isEmpty();
    assertThat(EmailAddress.read("m@" + label + "a.org")).isEmpty();
    assertThat(EmailAddress.read("m@" + (label + ".").repeat(4) + "org")).isEmpty();
    assertThat(EmailAddress.read("m@" + "ü".repeat(62) + ".org")).isEmpty();
  }
}
