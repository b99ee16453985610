package id.antrean.payments;

import id.antrean.domain.EffectiveDated;
import id.antrean.domain.payment.FindNotices;
import id.antrean.domain.payment.NoticeRow;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.StoredNotification.State;
import id.antrean.gateway.Times;
import id.antrean.payments.view.PaymentReportView;
import id.antrean.payments.view.PaymentReportView.SenderReportView;
import id.antrean.senders.Aggregators;
import id.antrean.senders.treasury.Treasury;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody who answers for the money looks at each morning. */
@Singleton
final class ReportMoney {
  /** Offices open between these hours, and people pay while they do. */
  private static final int OPENS = 8;

  private static final int CLOSES = 16;
  private static final Duration SILENT = Duration.ofHours(1);
  private final FindNotices notices;
  private final Aggregators aggregators;
  private final Clock clock;

  ReportMoney(FindNotices notices, Aggregators aggregators, Clock clock) {
    this.notices = notices;
    this.aggregators = aggregators;
    this.clock = clock;
  }

  PaymentReportView now() {
    ZonedDateTime now = clock.instant().atZone(EffectiveDated.JAKARTA);
    LocalDate today = now.toLocalDate();
    List<NoticeRow> ofToday = notices.ofDay(today);
    List<NoticeRow> all = new ArrayList<>(notices.ofDay(today.minusDays(1)));
    all.addAll(ofToday);
    Set<String> received =
        all.stream()
            .filter(row -> row.id().aggregator().equals(Treasury.NAME) && row.kind() == Kind.PAID)
            .map(row -> row.id().reference())
            .collect(Collectors.toUnmodifiableSet());
    Optional<Instant> oldest =
        all.stream()
            .filter(row -> row.state() == State.RECEIVED)
            .map(NoticeRow::receivedAt)
            .min(Comparator.naturalOrder());
    return new PaymentReportView(
        (int) ofToday.stream().filter(ReportMoney::settled).count(),
        (int)
            all.stream()
                .filter(row -> settled(row) && row.ntpn() == null)
                .filter(row -> !received.contains(row.id().reference()))
                .count(),
        oldest.map(at -> Times.at(at, EffectiveDated.JAKARTA)).orElse(null),
        aggregators.all().stream().map(it -> sender(it.name(), all, now)).toList());
  }

  private static boolean settled(NoticeRow row) {
    return row.tookMoney() && row.state() == State.SETTLED;
  }

  /** What was found by reading its list says nothing of whether it is heard. */
  private static boolean isOurs(NoticeRow row) {
    return Differences.isOne(row) || row.id().eventId().startsWith("list.");
  }

  private static SenderReportView sender(String name, List<NoticeRow> all, ZonedDateTime now) {
    Optional<Instant> last =
        all.stream()
            .filter(row -> row.id().aggregator().equals(name) && !isOurs(row))
            .map(NoticeRow::receivedAt)
            .max(Comparator.naturalOrder());
    ZonedDateTime opened = now.toLocalDate().atTime(OPENS, 0).atZone(now.getZone());
    boolean open =
        now.getHour() >= OPENS
            && now.getHour() < CLOSES
            && now.getDayOfWeek() != DayOfWeek.SATURDAY
            && now.getDayOfWeek() != DayOfWeek.SUNDAY;
    Instant since = last.filter(at -> at.isAfter(opened.toInstant())).orElse(opened.toInstant());
    return new SenderReportView(
        name,
        last.map(at -> Times.at(at, EffectiveDated.JAKARTA)).orElse(null),
        open && Duration.between(since, now.toInstant()).compareTo(SILENT) >= 0);
  }
}
