package id.antrean.races;

import id.antrean.domain.application.Change;
import id.antrean.domain.application.SaveApplication;
import id.antrean.memory.InterceptedSaves;

/**
 * The control of every race for an application: between look and write something else happens, and
 * the write does not ask whether the version that was read still stands.
 */
final class LastWriteWins {
  private LastWriteWins() {}

  static SaveApplication over(Tables tables, Runnable meanwhile) {
    return new InterceptedSaves(
        tables.saves(),
        (Change change) -> {
          meanwhile.run();
          int present = tables.applications().find(change.before().id()).orElseThrow().version();
          return InterceptedSaves.save(tables.saves(), InterceptedSaves.at(change, present));
        });
  }
}
