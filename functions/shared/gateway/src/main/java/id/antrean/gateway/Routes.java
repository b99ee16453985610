package id.antrean.gateway;

/** Some routes of a function, with what answers them. */
public interface Routes {

  /** Adds them to an API. */
  Api on(Api api);
}
