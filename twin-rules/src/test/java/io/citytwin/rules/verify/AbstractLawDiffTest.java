package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Compares the made-up folder with a copy of it that a test changes. */
abstract class AbstractLawDiffTest {

    @TempDir
    Path directory;

    Northland after;

    @BeforeEach
    void copy() {
        after = Northland.copiedTo(directory.resolve("after"));
    }

    LawDiff diff() {
        RegulationBundle changed = RegulationBundle.directory(after.path());
        assertThat(changed.report().errors()).as(changed.report().text()).isEmpty();
        return LawDiff.between(RegulationBundle.directory(Northland.FOLDER).regulations(), changed.regulations());
    }

    LawDiffEntry only() {
        List<LawDiffEntry> entries = diff().entries();
        assertThat(entries).as(diff().text()).hasSize(1);
        return entries.get(0);
    }

    static String period(LawDiffEntry entry) {
        return entry.period().map(Object::toString).orElse("nobody");
    }

    static String sides(LawDiffEntry entry) {
        return text(entry.before()) + " -> " + text(entry.after());
    }

    static String text(Optional<Version> version) {
        return version.map(Version::text).orElse("");
    }
}
