package id.antrean.memory;

import id.antrean.domain.OfficeId;
import id.antrean.domain.office.ChangeOffice;
import id.antrean.domain.office.FindOffice;
import id.antrean.domain.office.Office;
import id.antrean.domain.office.OfficeChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What offices decide of themselves, and what was changed of it. */
public final class MemoryWeeks implements ChangeOffice {
  private final FindOffice offices;
  private final Map<OfficeId, Standing> changed = new HashMap<>();
  private final List<OfficeChange> history = new ArrayList<>();

  /**
   * @param offices as they are before anything is changed
   */
  public MemoryWeeks(FindOffice offices) {
    this.offices = offices;
  }

  @Override
  public Optional<Standing> find(OfficeId id) {
    return Optional.ofNullable(changed.get(id))
        .or(() -> offices.find(id).map(office -> new Standing(office, 0)));
  }

  @Override
  public boolean save(Standing before, Office after, OfficeChange change) {
    boolean stands = find(after.id()).filter(now -> now.version() == before.version()).isPresent();
    if (stands) {
      changed.put(after.id(), new Standing(after, before.version() + 1));
      history.add(change);
    }
    return stands;
  }

  /** What was changed, oldest first. */
  public List<OfficeChange> history() {
    return List.copyOf(history);
  }
}
