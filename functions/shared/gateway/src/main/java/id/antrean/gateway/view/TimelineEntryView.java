package id.antrean.gateway.view;

/** A step of an application, for programs and for people. */
public record TimelineEntryView(String at, String event, String detail) {}
