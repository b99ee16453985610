package id.antrean.payments.view;

import id.antrean.gateway.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of them, the oldest first. */
public record PaymentExceptionPageView(
    List<PaymentExceptionView> items, @Nullable String nextCursor) implements View {
  public PaymentExceptionPageView {
    items = List.copyOf(items);
  }
}
