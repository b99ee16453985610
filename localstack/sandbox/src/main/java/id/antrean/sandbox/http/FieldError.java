package id.antrean.sandbox.http;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer to the member, empty for the whole body
 * @param detail what is expected there, never the value that was sent
 */
public record FieldError(String pointer, String detail) {}
