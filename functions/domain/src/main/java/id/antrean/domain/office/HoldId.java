package id.antrean.domain.office;

import id.antrean.domain.ApplicationId;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * One attempt of one application to take a seat: the application and its version when the seat was
 * attempted. Every write to an application raises its version, so a repeated request is the same
 * hold, an attempt after any change is another hold, and anyone can tell from the version whether a
 * hold can still be bound.
 */
public record HoldId(ApplicationId application, int version) {

  /** Bytes of a hold id in a session's set of seats. */
  public static final int BYTES = ApplicationId.BYTES + Integer.BYTES;

  /** Throws {@link IllegalArgumentException} for any other length than {@link #BYTES}. */
  public static HoldId of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hold id has " + BYTES + " bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] application = new byte[ApplicationId.BYTES];
    buffer.get(application);
    return new HoldId(ApplicationId.of(application), buffer.getInt());
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).put(application.bytes()).putInt(version).array();
  }

  /** Hexadecimal, safe as a name in any service. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
