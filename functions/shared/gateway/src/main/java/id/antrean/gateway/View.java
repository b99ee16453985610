package id.antrean.gateway;

/**
 * What a client is answered, and whatever stands in it: a record named after the contract's schema,
 * {@code BookingView} after {@code Booking}. Its components are the schema's fields; where the
 * schema counts up what may be said, they are enums, written by their names.
 */
public interface View {}
