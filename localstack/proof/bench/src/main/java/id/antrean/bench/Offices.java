package id.antrean.bench;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.memory.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Offices as a function remembers them for a minute: looked up without a call. */
record Offices(List<Office> all) implements FindOffice {

  static Offices numbered(int count) {
    return new Offices(IntStream.range(0, count).mapToObj(Offices::office).toList());
  }

  private static Office office(int number) {
    Office like = Samples.CILEGON;
    return new Office(
        new OfficeId("K%02d".formatted(number)),
        like.name(),
        like.address(),
        like.location(),
        like.zone(),
        like.services(),
        like.pattern(),
        like.rules());
  }

  @Override
  public Optional<Office> find(OfficeId id) {
    return all.stream().filter(office -> office.id().equals(id)).findFirst();
  }
}
