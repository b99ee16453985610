package id.antrean.races;

import id.antrean.aws.payments.NotificationItem;
import id.antrean.aws.seats.SessionItem;
import id.antrean.domain.ApplicationId;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Status;
import id.antrean.domain.office.HoldId;
import id.antrean.domain.office.Session;
import id.antrean.domain.payment.StoredNotification;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The rules that never break, counted from the tables as they lie there when nothing is under way
 * any more.
 */
final class Rules {
  /** Where an application stands whose money was settled. */
  private static final Set<Status> PAID =
      EnumSet.of(
          Status.CONFIRMED,
          Status.PAID_UNSCHEDULED,
          Status.CHECKED_IN,
          Status.COMPLETED,
          Status.NO_SHOW);

  private final Tables tables;
  private final Functions functions;
  private final List<Breach> breaches = new ArrayList<>();

  private Rules(Tables tables, Functions functions) {
    this.tables = tables;
    this.functions = functions;
  }

  /** Which rule. */
  enum Rule {
    NEVER_OVERSOLD,
    NEVER_LEAKED,
    NEVER_LOST,
    NEVER_FORGOTTEN,
    NEVER_TWICE
  }

  /** A rule that is broken, and by what. */
  record Breach(Rule rule, String what) {}

  /** What is broken; nothing, if all is well. */
  static List<Breach> broken(Tables tables, Functions functions) {
    Rules rules = new Rules(tables, functions);
    Map<ApplicationId, Application> applications =
        tables.all("applications").stream()
            .map(item -> new ApplicationId(Objects.requireNonNull(item.get("id")).s()))
            // An application may have items beside its own.
            .distinct()
            .map(id -> tables.applications().find(id).orElseThrow())
            .collect(Collectors.toMap(Application::id, it -> it));
    rules.claims();
    rules.seats(applications);
    rules.items();
    applications.values().forEach(application -> rules.application(application));
    rules.money(applications);
    rules.guards(applications);
    return rules.breaches;
  }

  private void breach(Rule rule, String what) {
    breaches.add(new Breach(rule, what));
  }

  private void claims() {
    for (Session session : functions.claimedAboveQuota()) {
      breach(
          Rule.NEVER_OVERSOLD,
          session.seats().size() + " of " + session.quota() + " claimed in " + session.id());
    }
  }

  private void seats(Map<ApplicationId, Application> applications) {
    Map<String, Set<HoldId>> bound = new HashMap<>();
    for (Application application : applications.values()) {
      application
          .booking()
          .place()
          .ifPresent(
              seat ->
                  bound
                      .computeIfAbsent(seat.session().toString(), session -> new HashSet<>())
                      .add(seat.hold()));
    }
    for (Map<String, AttributeValue> item : tables.all("sessions")) {
      if (SessionItem.isSession(item)) {
        Session session = SessionItem.session(item);
        seats(session, bound.getOrDefault(session.id().toString(), Set.of()));
      }
    }
  }

  private void seats(Session session, Set<HoldId> bound) {
    bound.stream()
        .filter(hold -> !session.seats().contains(hold))
        .forEach(hold -> breach(Rule.NEVER_OVERSOLD, hold + " is bound to a seat that is free"));
    session.seats().stream()
        .filter(hold -> !bound.contains(hold))
        .forEach(hold -> breach(Rule.NEVER_LEAKED, hold + " has a seat and is nobody's"));
  }

  /** A seat stands in the item in every status that has one, and in no other. */
  private void items() {
    for (Map<String, AttributeValue> item : tables.all("applications")) {
      AttributeValue status = item.get("status");
      if (status != null && isPlaced(Status.valueOf(status.s())) != item.containsKey("booking")) {
        breach(Rule.NEVER_LEAKED, status.s() + " with the seat " + item.get("booking"));
      }
    }
  }

  /** The seat of a visit stays its own. */
  private static boolean isPlaced(Status status) {
    return status.live() || status == Status.COMPLETED || status == Status.NO_SHOW;
  }

  private void application(Application application) {
    boolean forgotten =
        application
            .booking()
            .payBy()
            .filter(payBy -> !functions.clock().instant().isBefore(payBy.plus(Functions.GRACE)))
            .isPresent();
    if (forgotten) {
      breach(Rule.NEVER_FORGOTTEN, application.id() + " is past its deadline");
    }
  }

  private void money(Map<ApplicationId, Application> applications) {
    Map<String, Application> byBill = new HashMap<>();
    for (Application application : applications.values()) {
      application.booking().bills().forEach(bill -> byBill.put(bill.code().value(), application));
    }
    for (Map<String, AttributeValue> item : tables.all("payments")) {
      String code = Objects.requireNonNull(item.get("billingCode")).s();
      Optional<Application> application = Optional.ofNullable(byBill.get(code));
      if (application.isEmpty()) {
        breach(Rule.NEVER_LOST, "no application knows of the bill " + code);
      } else if (!Objects.requireNonNull(item.get("part")).s().equals("bill")) {
        money(NotificationItem.notification(item), application.get());
      }
    }
  }

  private void money(StoredNotification notice, Application application) {
    boolean ended =
        switch (notice.state()) {
          case RECEIVED, COUNTED -> false;
          case SETTLED ->
              application.booking().paidBill().isPresent() && PAID.contains(application.status());
          case NOTED, EXCEPTION -> true;
        };
    if (!ended) {
      breach(
          Rule.NEVER_LOST,
          "money " + notice.state() + " for an application that is " + application.status());
    }
  }

  private void guards(Map<ApplicationId, Application> applications) {
    Set<String> wanted = new TreeSet<>();
    for (Application application : applications.values()) {
      if (application.status().live()) {
        wanted.add(
            "nik#" + application.dossier().applicant().nik().lookup() + " " + application.id());
      }
      if (application.status() == Status.AWAITING_PAYMENT) {
        wanted.add("holds#" + application.account() + " " + application.id());
      }
    }
    Set<String> there = new TreeSet<>();
    for (Map<String, AttributeValue> item : tables.all("guards")) {
      String guard = Objects.requireNonNull(item.get("guard")).s();
      AttributeValue one = item.get("application");
      AttributeValue several = item.get("applications");
      if (one != null) {
        there.add(guard + " " + one.s());
      }
      if (several != null) {
        several.ss().forEach(id -> there.add(guard + " " + id));
      }
    }
    if (!there.equals(wanted)) {
      breach(Rule.NEVER_TWICE, "guards are " + there + " and should be " + wanted);
    }
  }
}
