package id.antrean.domain.booking;

import id.antrean.domain.office.SessionId;

/** The message that looks after a hold: it decides nothing, it only says where to look. */
public record HoldMessage(HoldId hold, SessionId session) {}
