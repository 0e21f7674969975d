package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Unit;
import io.citytwin.rules.register.StateSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.MonthDay;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code counters} in state.yaml says. */
class CountersTest {

    @TempDir
    private Path temp;

    private StateSpec.Counter counter(String name, String body) throws IOException {
        Files.writeString(temp.resolve("regulation.yaml"), """
                id: xx.empty
                title: {en: Empty}
                jurisdiction: XX
                authority: Nobody
                rank: state
                verified: 2026-03-13
                sources: {act1: {act: Act 1}}
                """);
        Files.writeString(temp.resolve("parameters.yaml"), "");
        Files.writeString(temp.resolve("state.yaml"), "counters:\n  " + name + ": {" + body + "}\n");
        RegulationBundle bundle = RegulationBundle.directory(temp);
        assertThat(bundle.report().problems()).isEmpty();
        return bundle.regulations().get(0).state().counters().get(name);
    }

    @Test
    void daysOfAHolderAreCountedFromADayOfTheYearOn() throws IOException {
        StateSpec.Counter counter = counter("bonusDays", "of: Vehicle, per: holder, counts: days, starts: 10-01");

        assertThat(counter.of()).isEqualTo("Vehicle");
        assertThat(counter.per()).contains("holder");
        assertThat(counter.counts()).isEqualTo(StateSpec.Counts.DAYS);
        assertThat(counter.counts().unit()).isEqualTo(Unit.DAYS);
        assertThat(counter.period().starts()).contains(MonthDay.of(10, 1));
    }

    @Test
    void passagesOfEachVehicleAreCountedDayByDay() throws IOException {
        StateSpec.Counter counter = counter("tickets", "of: Vehicle, counts: passages, starts: daily");

        assertThat(counter.per()).isEmpty();
        assertThat(counter.counts().unit()).isEqualTo(Unit.ONE);
        assertThat(counter.period()).isEqualTo(new StateSpec.Period(Optional.empty()));
    }
}
