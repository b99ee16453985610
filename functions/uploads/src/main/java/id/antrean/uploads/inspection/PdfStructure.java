package id.antrean.uploads.inspection;

import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdfparser.COSParser;

/**
 * A PDF's cross references and the objects they lead to, read on demand.
 *
 * <p>Strict: a file whose end or cross references are missing is not mended by searching it for
 * objects, since that would pass off half a file as whole, and would read every stream in it.
 */
final class PdfStructure extends COSParser implements Closeable {

  private final StreamBudget budget = new StreamBudget();

  PdfStructure(RandomAccessRead source) throws IOException {
    super(source);
    setLenient(false);
  }

  /** The trailer, from which all else can be reached. */
  COSDictionary trailer() throws IOException {
    COSDictionary trailer = retrieveTrailer();
    if (trailer == null) {
      throw new IOException("no trailer");
    }
    return trailer;
  }

  /** Nothing is decrypted: an encrypted file is refused even if it opens without a password. */
  @Override
  protected void prepareDecryption() {}

  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    budget.spend(stream);
    return stream;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
