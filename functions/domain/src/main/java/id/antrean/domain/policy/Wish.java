package id.antrean.domain.policy;

import id.antrean.domain.application.Application;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.SessionId;
import id.antrean.domain.payment.Fee;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody asks for. Two offices may have a say: whether one may come in is the asked one's to
 * decide; until when and how often one may leave a confirmed seat is the decision of the one that
 * has it, by its own clock.
 *
 * @param office whose session it is
 * @param booked whose seat the application has now; empty when it has none, or its office is none
 *     any more and keeps nobody
 * @param fee what a seat in that session costs
 */
public record Wish(
    Application application,
    Office office,
    Optional<Office> booked,
    SessionId session,
    Fee fee,
    Instant now) {}
