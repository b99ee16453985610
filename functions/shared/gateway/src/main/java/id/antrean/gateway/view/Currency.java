package id.antrean.gateway.view;

/** In what fees are billed. */
public enum Currency {
  IDR
}
