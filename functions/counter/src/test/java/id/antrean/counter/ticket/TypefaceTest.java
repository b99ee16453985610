package id.antrean.counter.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

/** What a line takes is what a reader will take for it. */
class TypefaceTest {
  private static final String LETTERS =
      IntStream.rangeClosed(' ', 'ÿ')
          .filter(letter -> letter <= '~' || letter >= '\u00A0')
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .append("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ")
          .toString();

  @Test
  void lettersAreAsWideAsInTheReadersFonts() {
    assertWidths(Typeface.REGULAR, new PDType1Font(FontName.HELVETICA));
    assertWidths(Typeface.BOLD, new PDType1Font(FontName.HELVETICA_BOLD));
  }

  private static void assertWidths(Typeface face, PDType1Font font) {
    assertThat(font.getName()).isEqualTo(face.name());
    assertThat(WinAnsi.codes(LETTERS).chars())
        .hasSize(LETTERS.length())
        .doesNotHaveDuplicates()
        .allSatisfy(
            code ->
                assertThat(face.thousandths((char) code.intValue()))
                    .as("code %x", code)
                    .isEqualTo(Math.round(font.getWidth(code))));
  }
}
