package id.antrean.aws.identity;

/**
 * A key for data and the same key wrapped under the master key, which alone may be stored.
 *
 * @param plain 32 bytes
 */
record DataKey(byte[] plain, byte[] wrapped) {
  @Override
  public String toString() {
    return "DataKey";
  }
}
