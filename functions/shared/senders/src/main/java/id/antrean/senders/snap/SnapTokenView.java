package id.antrean.senders.snap;

import id.antrean.gateway.View;

/** A token, and for how many seconds it is one. */
record SnapTokenView(
    String responseCode,
    String responseMessage,
    String accessToken,
    String tokenType,
    String expiresIn)
    implements View {}
