package id.antrean.gateway.view;

import id.antrean.gateway.View;

/** A step of an application, for programs and for people. */
public record TimelineEntryView(String at, String event, String detail) implements View {}
