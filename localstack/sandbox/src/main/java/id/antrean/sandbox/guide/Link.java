package id.antrean.sandbox.guide;

/** A place that the first page leads to. */
public record Link(String path, String about) {}
