package io.citytwin.examples.milan;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.LawChange;
import io.citytwin.rules.bundle.FolderWatch;
import io.citytwin.rules.bundle.FolderWatch.Change;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.bundle.Trust;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Regulation folders on top of a city's law. What is saved in them while the city runs is adopted between two hours; a
 * folder with mistakes keeps its last good version. For one thread at a time.
 */
final class SavedLaw {

    private final FolderWatch watch;
    private final PrintWriter out;

    private SavedLaw(FolderWatch watch, PrintWriter out) {
        this.watch = watch;
        this.out = out;
    }

    /**
     * Reads the folders for the first time and says what is wrong in them.
     *
     * @throws CityTwinException {@code C111} if there are none, or if somebody is writing into them
     */
    static SavedLaw open(Path folder, RegulationBundle city, Trust trust, PrintWriter out) {
        SavedLaw law = new SavedLaw(FolderWatch.of(folder, city, AssetTypes.builtIn(), trust), out);
        Change first = law.watch
                .look()
                .filter(change -> change.report().folders() > 0)
                .orElseThrow(() -> new CityTwinException(
                        CoreError.NOTHING_TO_READ,
                        "`" + folder + "` holds no regulation folder, or somebody is writing into it.",
                        "Maybe a folder above or below is meant."));
        law.tellOfMistakes(first);
        return law;
    }

    /** What holds now. */
    RegulationBundle bundle() {
        return watch.bundle();
    }

    /** Adopts what was saved since the last look, and says so. */
    void takeInto(CityRun run, Instant moment) {
        watch.look().ifPresent(change -> {
            tellOfMistakes(change);
            LawChange adopted = run.engine().adopt(change.bundle().regulations());
            out.println(moment.atZone(CivilCalendar.italy().zone())
                            .toLocalDateTime()
                            .toString()
                            .replace('T', ' ')
                    + " law " + adopted.after().substring(0, 12) + ": "
                    + (adopted.isNone() ? "stays" : adopted.text()));
            out.flush();
        });
    }

    private void tellOfMistakes(Change change) {
        change.report().errors().forEach(out::println);
    }
}
