package id.antrean.senders.snap;

import id.antrean.gateway.View;

/** What every answer has. */
record SnapAnswerView(String responseCode, String responseMessage) implements View {}
