package id.antrean.domain.allowance;

/** What is counted. The limits are rows of {@code allowances.csv}. */
public enum Allowance {
  /** Registering a person, which asks the civil registry too. */
  REGISTRATION,
  /** Changing an application's data. */
  CORRECTION,
  /** Asking the civil registry about somebody whose data were changed. */
  IDENTITY_CHECK,
  /** Declaring a file, or asking for its address again. */
  DECLARATION,
  /** An address to upload one paper to. */
  UPLOAD_URL,
  /** A code to pay by, of one application. */
  PAYMENT_CODE,
  /** Having the aggregators asked whether the money of one application came. */
  BILL_CHECK
}
