package id.antrean.aws.offices;

import static org.assertj.core.api.Assertions.assertThat;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DynamoOfficesTest {
  private static final OfficeId CILEGON = new OfficeId("CLG");

  private final Table table = new Table();
  private long nanos;
  private final DynamoOffices offices = new DynamoOffices(table, () -> nanos);

  /** A table that counts how often it is read. */
  private static final class Table implements FindOffice {
    private final List<Office> offices = new ArrayList<>();
    private int reads;

    @Override
    public Optional<Office> find(OfficeId id) {
      reads++;
      return offices.stream().filter(office -> office.id().equals(id)).findFirst();
    }

    @Override
    public List<Office> all() {
      reads++;
      return List.copyOf(offices);
    }
  }

  private static Office cilegon(String name) {
    return new Office(
        CILEGON,
        name,
        "Jalan Raya Merak",
        new Office.Location(-6.0169, 106.05),
        ZoneId.of("Asia/Jakarta"),
        List.of(),
        List.of(),
        Office.Rules.of(1, 1));
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void anOfficeIsReadOnceAMinute() {
    table.offices.add(cilegon("before"));
    offices.find(CILEGON);
    table.offices.set(0, cilegon("after"));

    pass(Duration.ofSeconds(60).minusNanos(1));
    Optional<Office> remembered = offices.find(CILEGON);
    int reads = table.reads;
    pass(Duration.ofNanos(1));
    Optional<Office> readAgain = offices.find(CILEGON);

    assertThat(remembered).map(Office::name).contains("before");
    assertThat(reads).isEqualTo(1);
    assertThat(readAgain).map(Office::name).contains("after");
  }

  @Test
  void theListIsReadOnceAMinute() {
    offices.all();
    table.offices.add(cilegon("new"));

    assertThat(offices.all()).isEmpty();
    pass(Duration.ofMinutes(1));
    assertThat(offices.all()).hasSize(1);
  }

  @Test
  void anOfficeThatComesIsFoundAtOnce() {
    assertThat(offices.find(CILEGON)).isEmpty();

    table.offices.add(cilegon("new"));

    assertThat(offices.find(CILEGON)).isPresent();
  }

  @Test
  void anOfficeThatGoesIsGoneWithinAMinute() {
    table.offices.add(cilegon("old"));
    offices.find(CILEGON);
    table.offices.clear();

    pass(Duration.ofMinutes(1));

    assertThat(offices.find(CILEGON)).isEmpty();
  }
}
