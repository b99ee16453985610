package id.antrean.sandbox.guide;

import java.util.List;

/** One party or matter, and what can be asked of it. */
record Topic(String name, String about, List<Example> examples) {}
