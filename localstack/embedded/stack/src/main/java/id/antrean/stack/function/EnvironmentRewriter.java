package id.antrean.stack.function;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Sends a class's uses of {@code System.getenv} to {@link FunctionVariables}, so that functions in
 * one JVM have environments of their own. It repoints the method references in the constant pool:
 * calls and method handles alike go through them, and no instruction changes its length.
 */
final class EnvironmentRewriter {
  private static final byte[] NEEDLE = "getenv".getBytes(StandardCharsets.US_ASCII);
  private static final String TARGET = FunctionVariables.class.getName().replace('.', '/');
  private static final int FIRST_CONSTANT = 10;

  private final byte[] bytes;
  private final ByteBuffer in;
  private final int[] offsets;
  private final int end;

  private EnvironmentRewriter(byte[] classFile) {
    bytes = classFile;
    in = ByteBuffer.wrap(classFile);
    offsets = new int[in.getShort(8) & 0xFFFF];
    int at = FIRST_CONSTANT;
    for (int index = 1; index < offsets.length; index++) {
      offsets[index] = at;
      int tag = in.get(at);
      at += size(tag, at);
      if (tag == 5 || tag == 6) {
        index++; // long and double take two indexes
      }
    }
    end = at;
  }

  /** The class with its environment redirected, empty if it never asks for one. */
  static Optional<byte[]> rewrite(byte[] classFile) {
    return mentionsGetenv(classFile)
        ? new EnvironmentRewriter(classFile).redirect()
        : Optional.empty();
  }

  private static boolean mentionsGetenv(byte[] bytes) {
    outer:
    for (int i = 0; i <= bytes.length - NEEDLE.length; i++) {
      for (int j = 0; j < NEEDLE.length; j++) {
        if (bytes[i + j] != NEEDLE[j]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }

  private Optional<byte[]> redirect() {
    byte[] patched = bytes.clone();
    ByteBuffer out = ByteBuffer.wrap(patched);
    boolean changed = false;
    for (int index = 1; index < offsets.length; index++) {
      if (offsets[index] > 0 && in.get(offsets[index]) == 10 && isGetenv(offsets[index])) {
        out.putShort(offsets[index] + 1, (short) (offsets.length + 1));
        changed = true;
      }
    }
    return changed ? Optional.of(withTarget(patched)) : Optional.empty();
  }

  private boolean isGetenv(int method) {
    int owner = offset(method + 1);
    int nameAndType = offset(method + 3);
    return utf8(offset(owner + 1)).equals("java/lang/System")
        && utf8(offset(nameAndType + 1)).equals("getenv");
  }

  private byte[] withTarget(byte[] patched) {
    ByteBuffer.wrap(patched).putShort(8, (short) (offsets.length + 2));
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(result);
    try {
      out.write(patched, 0, end);
      out.writeByte(1);
      out.writeUTF(TARGET);
      out.writeByte(7);
      out.writeShort(offsets.length);
      out.write(patched, end, patched.length - end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result.toByteArray();
  }

  private int offset(int at) {
    return offsets[in.getShort(at) & 0xFFFF];
  }

  private String utf8(int at) {
    int length = in.getShort(at + 1) & 0xFFFF;
    return new String(bytes, at + 3, length, StandardCharsets.UTF_8);
  }

  private int size(int tag, int at) {
    return switch (tag) {
      case 1 -> 3 + (in.getShort(at + 1) & 0xFFFF);
      case 7, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
      case 5, 6 -> 9;
      default -> throw new IllegalArgumentException("unknown constant " + tag);
    };
  }
}
