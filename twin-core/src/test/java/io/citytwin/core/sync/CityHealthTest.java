package io.citytwin.core.sync;

import static io.citytwin.core.sync.SmallTown.LAMP;
import static io.citytwin.core.sync.SmallTown.dim;
import static io.citytwin.core.sync.SmallTown.minute;
import static io.citytwin.core.sync.SmallTown.power;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Evaluated;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CityHealthTest {

    private final SmallTown town = new SmallTown();

    @Test
    void whatIsFreshAndWasNotEvaluatedIsAnAlarmAfterTwoSteps() {
        try (CityTwin city = town.started()) {
            town.governor.evaluated = List.of(
                    new Evaluated("xx.a/fine", Optional.of(minute(10)), Optional.of(minute(15))),
                    new Evaluated("xx.b/stuck", Optional.of(minute(16)), Optional.of(minute(15))),
                    new Evaluated("xx.c/never", Optional.of(minute(17)), Optional.empty()),
                    new Evaluated("xx.d/quiet", Optional.empty(), Optional.empty()));
            city.advanceTo(minute(46));
            assertThat(city.health().alarms()).isEmpty();
            city.advanceTo(minute(48));
            assertThat(city.health().alarms())
                    .extracting(Alarm::kind, Alarm::about, Alarm::since)
                    .containsExactly(
                            tuple(Alarm.Kind.NOT_EVALUATED, "xx.b/stuck", minute(16)),
                            tuple(Alarm.Kind.NOT_EVALUATED, "xx.c/never", minute(17)));
        }
    }

    @Test
    void othersReadTheHealthOfTheLastStepFromTheJournal() {
        assertThat(CityHealth.of(town.journal)).isEmpty();
        town.governor.at(minute(15), dim("d1", LAMP, 30, minute(15)));
        town.governor.evaluated =
                List.of(new Evaluated("xx.b/stuck", Optional.of(minute(16)), Optional.of(minute(15))));
        try (CityTwin city = town.started()) {
            city.accept(new Input.Observed(power(70, minute(1))));
            city.accept(new Input.Observed(
                    SmallTown.seen(TwinId.of("town:nobody"), "power", Quantity.of(1, Unit.WATT), minute(2))));
            city.advanceTo(minute(60));
            CityHealth health = city.health();
            assertThat(CityHealth.of(town.journal)).contains(health);
            assertThat(health.sources()).containsEntry("caller", minute(2));
            assertThat(health.lines())
                    .containsExactly(
                            "At 2024-01-10T01:00:00Z, after 9 inputs",
                            "  waiting     0 on the agenda, 0 unwritten, 0 min behind the clock",
                            "  directives  1 RAISED",
                            "  refused     1 C113",
                            "  unleased    1 fake",
                            "  sources     caller 58 min ago",
                            "  provisions  1, each evaluated 45 min ago or later",
                            "Somebody has to look:",
                            "  NOT_EVALUATED since 2024-01-10T00:16:00Z: `xx.b/stuck` has heard something new at"
                                    + " `2024-01-10T00:16:00Z` and was evaluated last at `2024-01-10T00:15:00Z`.",
                            "  DEVICE_SILENT since 2024-01-10T00:46:00Z: `town:lamp-1/dimming` should be `30 %`: no"
                                    + " answer to `5` attempts.");
        }
    }
}
