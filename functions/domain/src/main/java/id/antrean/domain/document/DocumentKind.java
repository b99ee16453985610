package id.antrean.domain.document;

/** The kinds of paper that an immigration office asks for. */
public enum DocumentKind {
  ID_CARD,
  FAMILY_CARD,
  BIRTH_CERTIFICATE,
  MARRIAGE_BOOK,
  DIPLOMA,
  PARENT_ID_CARD,
  PARENTS_MARRIAGE_BOOK,
  OLD_PASSPORT,
  COURT_ORDER,
  POLICE_REPORT
}
