package id.antrean.memory;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offices; always at hand, for the real port keeps them in memory too. */
public final class MemoryOffices implements FindOffice {
  private final Map<OfficeId, Office> offices = new LinkedHashMap<>();

  void add(Office office) {
    offices.put(office.id(), office);
  }

  @Override
  public Optional<Office> find(OfficeId id) {
    return Optional.ofNullable(offices.get(id));
  }

  @Override
  public List<Office> all() {
    return List.copyOf(offices.values());
  }
}
