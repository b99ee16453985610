package id.antrean.simulation;

import id.antrean.domain.Actor.Service;
import id.antrean.domain.application.Application;
import id.antrean.domain.application.Change;
import id.antrean.domain.payment.Bill;
import id.antrean.domain.payment.BillingCode;
import id.antrean.domain.payment.KeepNotification;
import id.antrean.domain.payment.ListedPayment;
import id.antrean.domain.payment.NoticeId;
import id.antrean.domain.payment.PaymentNotification;
import id.antrean.domain.payment.PaymentNotification.Kind;
import id.antrean.domain.payment.RawNotification;
import id.antrean.domain.payment.Receipt;
import id.antrean.domain.payment.StoredNotification;
import id.antrean.domain.payment.StoredNotification.Asking;
import id.antrean.domain.payment.WaitingNotice;
import id.antrean.memory.InterceptedSaves;
import id.antrean.memory.World;
import id.antrean.senders.PayableCodes;
import id.antrean.senders.SettlementList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is asked of aggregators, and what is kept of their notices, broken. */
final class BrokenMoney {
  private BrokenMoney() {}

  /** The codes of an aggregator, to be broken in one way. */
  private abstract static class Codes implements PayableCodes {
    private final PayableCodes codes;

    Codes(PayableCodes codes) {
      this.codes = codes;
    }

    @Override
    public Issued issue(Wanted code, Instant now) {
      return codes.issue(code, now);
    }

    @Override
    public Ended end(Wanted code, Instant now) {
      return codes.end(code, now);
    }

    @Override
    public Seen see(Wanted code, Instant now) {
      return codes.see(code, now);
    }

    @Override
    public Seen seeBill(BillingCode bill, Instant now) {
      return codes.seeBill(bill, now);
    }
  }

  /** Nobody is asked whether money came. */
  static PayableCodes notAsking(PayableCodes codes) {
    return new Codes(codes) {
      @Override
      public Seen see(Wanted code, Instant now) {
        return new Unpaid();
      }
    };
  }

  /** A code is believed to be dead that nobody has ended. */
  static PayableCodes notEnding(PayableCodes codes) {
    return new Codes(codes) {
      @Override
      public Ended end(Wanted code, Instant now) {
        return new Gone();
      }
    };
  }

  /** Of a list only what we were told of is read. */
  static SettlementList knowing(SettlementList list, World world) {
    return new SettlementList() {
      @Override
      public Optional<List<ListedPayment>> read(String text) {
        return list.read(text)
            .map(all -> all.stream().filter(payment -> isKnown(payment, world)).toList());
      }

      @Override
      public RawNotification asTold(ListedPayment payment, Instant now) {
        return list.asTold(payment, now);
      }
    };
  }

  private static boolean isKnown(ListedPayment payment, World world) {
    return world.payments.kept().stream()
        .anyMatch(kept -> kept.notification().paymentId().equals(payment.paymentId()));
  }

  // ---- Notices ----

  /** What is kept, to be broken in one way. */
  private static class Notices implements KeepNotification {
    private final KeepNotification keep;

    Notices(KeepNotification keep) {
      this.keep = keep;
    }

    @Override
    public StoredNotification keepUnconfirmed(StoredNotification notification, int most) {
      return keep.keepUnconfirmed(notification, most);
    }

    @Override
    public StoredNotification resolve(StoredNotification notification) {
      return keep.resolve(notification);
    }

    @Override
    public Optional<StoredNotification> find(NoticeId id) {
      return keep.find(id);
    }

    @Override
    public boolean postpone(WaitingNotice.Kept seen, Asking next) {
      return keep.postpone(seen, next);
    }

    @Override
    public List<WaitingNotice.Kept> toBeAskedBefore(Instant moment) {
      return keep.toBeAskedBefore(moment);
    }
  }

  /** A notice that comes again is taken for another. */
  static Ports takingRepeatsForNew(Ports ports, World world) {
    return ports
        .keeping(
            new Notices(ports.notifications()) {
              @Override
              public Optional<StoredNotification> find(NoticeId id) {
                return super.find(id).filter(StoredNotification::replaceable);
              }
            })
        .saving(
            new InterceptedSaves(
                ports.save(),
                change ->
                    InterceptedSaves.save(
                        ports.save(),
                        InterceptedSaves.like(
                            change,
                            change.before(),
                            change.after(),
                            change.parts().stream().map(part -> renamed(part, world)).toList()))));
  }

  private static Change.Part renamed(Change.Part part, World world) {
    if (part instanceof Change.KeepWith(StoredNotification notice)) {
      PaymentNotification said = notice.notification();
      while (isDecided(said, world)) {
        said = said.under(said.eventId() + "'");
      }
      return new Change.KeepWith(notice.as(said));
    }
    return part;
  }

  private static boolean isDecided(PaymentNotification said, World world) {
    return world.payments.kept().stream()
        .anyMatch(kept -> kept.notification().id().equals(said.id()) && !kept.replaceable());
  }

  /** That money is not there yet is believed, though it had come. */
  static Ports goingBackwards(Ports ports) {
    return ports.keeping(
        new Notices(ports.notifications()) {
          @Override
          public StoredNotification resolve(StoredNotification notification) {
            PaymentNotification said = notification.notification();
            if (said.kind() == Kind.PENDING) {
              ports
                  .bills()
                  .applicationOf(new BillingCode(said.reference()))
                  .flatMap(ports.find()::find)
                  .ifPresent(application -> unpay(application, said, ports));
            }
            return super.resolve(notification);
          }
        });
  }

  private static void unpay(Application application, PaymentNotification said, Ports ports) {
    Optional<Bill> paid = application.booking().paidBill().filter(bill -> bill.isPaidBy(said));
    if (paid.isEmpty()) {
      return;
    }
    Instant now = ports.clock().instant();
    Receipt receipt =
        Receipt.of(said, now).came(paid.get().amount(), "IDR", null).wentBack(paid.get().amount());
    var _ =
        InterceptedSaves.save(
            ports.save(),
            Change.of(
                application,
                application.giveMoneyBack(
                    paid.get().with(receipt).unpaid(Bill.State.OPEN),
                    receipt,
                    true,
                    new Service("payments"),
                    now)));
  }
}
