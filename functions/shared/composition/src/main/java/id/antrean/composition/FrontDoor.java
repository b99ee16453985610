package id.antrean.composition;

import id.antrean.aws.Environment;
import id.antrean.domain.applicant.Guardian;
import id.antrean.domain.applicant.IdentityVerdict;
import id.antrean.domain.applicant.NikNote;
import id.antrean.domain.applicant.Sex;
import id.antrean.domain.application.Status;
import id.antrean.domain.document.DocumentKind;
import id.antrean.domain.document.RejectionReason;
import id.antrean.domain.office.Lane;
import id.antrean.domain.passport.PassportRequest;
import id.antrean.gateway.Api;
import id.antrean.gateway.EventLog;
import id.antrean.gateway.OidcTokens;
import id.antrean.gateway.Origins;
import id.antrean.gateway.Problem;
import id.antrean.gateway.ProblemMembers;
import id.antrean.gateway.Routes;
import id.antrean.gateway.TokenSettings;
import id.antrean.gateway.VerifyToken;
import id.antrean.gateway.view.ApplicantView;
import id.antrean.gateway.view.ApplicationPageView;
import id.antrean.gateway.view.ApplicationView;
import id.antrean.gateway.view.BillView;
import id.antrean.gateway.view.BookingView;
import id.antrean.gateway.view.Currency;
import id.antrean.gateway.view.DownloadView;
import id.antrean.gateway.view.RefundView;
import id.antrean.gateway.view.RejectionReasonView;
import id.antrean.gateway.view.RequiredDocumentView;
import id.antrean.gateway.view.SessionView;
import id.antrean.gateway.view.TimelineEntryView;
import id.antrean.gateway.view.TimelineView;
import io.quarkus.arc.All;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The API of a function: whatever routes it has, and who is let in. A native function knows those
 * records and enums from within that are named here, each with those in it.
 */
@RegisterForReflection(
    targets = {
      ApplicationPageView.class,
      ApplicationView.class,
      ApplicantView.class,
      RequiredDocumentView.class,
      RejectionReasonView.class,
      BookingView.class,
      SessionView.class,
      BillView.class,
      DownloadView.class,
      RefundView.class,
      TimelineView.class,
      TimelineEntryView.class,
      Problem.class,
      ProblemMembers.class,
      Currency.class,
      DocumentKind.class,
      Guardian.Relation.class,
      IdentityVerdict.class,
      Lane.class,
      NikNote.class,
      PassportRequest.Kind.class,
      PassportRequest.Type.class,
      RejectionReason.class,
      Sex.class,
      Status.class
    })
class FrontDoor {

  @Singleton
  Api api(VerifyToken tokens, EventLog log, @All List<Routes> tables) {
    Api api = new Api(tokens, log, Origins.of(Environment.optional("ALLOWED_ORIGINS")));
    tables.forEach(routes -> routes.on(api));
    return api;
  }

  @Singleton
  @DefaultBean
  VerifyToken tokens() {
    return new OidcTokens(
        new TokenSettings(
            Environment.optional("TOKEN_ISSUER"),
            Environment.optional("TOKEN_AUDIENCE"),
            Environment.optional("TOKEN_ROLES_CLAIM"),
            Environment.optional("TOKEN_OFFICE_CLAIM")));
  }
}
