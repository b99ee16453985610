package id.antrean.sandbox.aggregator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.antrean.sandbox.aws.Bills;
import id.antrean.sandbox.aws.Bills.Asked;
import id.antrean.sandbox.http.Json;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code /sandbox/aggregators}: who takes money here and which bills there are; in a browser each
 * is paid by a click.
 */
final class PayPage {
  private static final int MOST_BILLS = 50;

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Pay at an aggregator</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
      h1 { font-size: 1.5rem; line-height: 1.25; }
      label { display: inline-block; margin: 0 1rem .5rem 0; }
      table { border-collapse: collapse; } th, td { text-align: left; padding: .25rem 1rem .25rem 0; }
      pre { overflow-x: auto; padding: .75rem; border: 1px solid #8888; border-radius: .5rem; }
      </style>
      </head>
      <body>
      <main>
      <h1>Pay at an aggregator</h1>
      <p>What is paid here is told to the system as that aggregator tells it, truly signed.</p>
      <form>
      """;

  private static final String END =
      """
      </form>
      <pre role="status" aria-live="polite" hidden></pre>
      <script>
      const form = document.querySelector('form');
      const said = document.querySelector('pre');
      form.addEventListener('submit', async event => {
        event.preventDefault();
        const aggregator = form.elements.aggregator.value;
        const body = {
          billingCode: event.submitter.value || form.elements.code.value,
          times: Number(form.elements.times.value),
          tamper: form.elements.tamper.checked,
        };
        said.hidden = false;
        said.textContent = 'Paying at ' + aggregator + ' …';
        const answer = await fetch('/sandbox/aggregators/' + aggregator + '/payments', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        });
        said.textContent = JSON.stringify(await answer.json(), null, 2);
      });
      </script>
      </main>
      </body>
      </html>
      """;

  private final List<Aggregator> aggregators;
  private final Bills bills;

  PayPage(Collection<Aggregator> aggregators, Bills bills) {
    this.aggregators = aggregators.stream().sorted(Comparator.comparing(Aggregator::name)).toList();
    this.bills = bills;
  }

  void answer(Context context) {
    List<Asked> asked = bills.some(MOST_BILLS);
    String accept = Optional.ofNullable(context.header("Accept")).orElse("");
    context.header("Cache-Control", "no-store");
    context.header("Vary", "Accept");
    if (accept.contains("text/html")) {
      context.contentType("text/html; charset=utf-8").result(html(asked));
    } else {
      Json.answer(context, json(asked));
    }
  }

  private ObjectNode json(List<Asked> asked) {
    ObjectNode json = Json.object();
    ArrayNode all = json.putArray("aggregators");
    for (Aggregator aggregator : aggregators) {
      ObjectNode one = all.addObject().put("name", aggregator.name());
      one.set("statuses", Json.tree(aggregator.statuses()));
      one.set("channels", Json.tree(aggregator.channels()));
      one.set("formats", Json.tree(aggregator.formats()));
    }
    ArrayNode codes = json.putArray("bills");
    asked.forEach(
        bill ->
            codes.addObject().put("billingCode", bill.billingCode()).put("amount", bill.amount()));
    return json;
  }

  private String html(List<Asked> asked) {
    StringBuilder html = new StringBuilder(HEAD);
    html.append("<p><label>At <select name=\"aggregator\">");
    aggregators.forEach(
        aggregator -> html.append("<option>").append(aggregator.name()).append("</option>"));
    html.append("</select></label>\n")
        .append("<label>told <input name=\"times\" type=\"number\" min=\"0\" max=\"1000\"")
        .append(" value=\"1\"> times (0: it gets lost)</label>\n")
        .append("<label><input name=\"tamper\" type=\"checkbox\"> tampered with</label></p>\n")
        .append("<p><label>Bill, or code to pay by <input name=\"code\"></label>")
        .append("<button value=\"\">Pay</button></p>\n");
    if (!asked.isEmpty()) {
      html.append("<table>\n<tr><th>Bill</th><th>Rupiah</th><th></th></tr>\n");
      for (Asked bill : asked) {
        // A billing code is digits, as the system makes it: nothing to escape.
        html.append(
            "<tr><td>%s</td><td>%,d</td><td><button value=\"%s\">Pay</button></td></tr>\n"
                .formatted(bill.billingCode(), bill.amount(), bill.billingCode()));
      }
      html.append("</table>\n");
    }
    return html.append(END).toString();
  }
}
