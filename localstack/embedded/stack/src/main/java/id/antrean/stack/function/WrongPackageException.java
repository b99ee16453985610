package id.antrean.stack.function;

/** A code package that is not there, or is not what the template takes it for; says which. */
public final class WrongPackageException extends RuntimeException {
  WrongPackageException(String message) {
    super(message);
  }
}
