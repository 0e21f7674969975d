package io.citytwin.adapter.ditto;

import static io.citytwin.adapter.ditto.Town.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.simulated.SimulatedAdapter;
import io.citytwin.core.signal.Input;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.DirectiveRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A day in virtual time with simulated devices: directly, and with a Ditto in between. */
class SameWithDittoTest {

    @Test
    void aDayGoesTheSameWayWithADittoInBetween() {
        Town direct = town();
        List<DirectiveRecord> one;
        try (CityTwin city = direct.city().adapter(devices()).build()) {
            one = play(city);
        }
        Town through = town();
        List<DirectiveRecord> other;
        try (TinyDitto ditto = new TinyDitto();
                CityTwin city = withDitto(through, ditto)) {
            other = play(city);
        }
        assertThat(values(through)).isEqualTo(values(direct)).hasSizeGreaterThan(50);
        assertThat(other)
                .extracting(DirectiveRecord::directive)
                .isEqualTo(one.stream().map(DirectiveRecord::directive).toList());
        assertThat(other)
                .extracting(DirectiveRecord::settledAt)
                .isEqualTo(one.stream().map(DirectiveRecord::settledAt).toList());
        assertThat(other).extracting(DirectiveRecord::state).containsOnly(DirectiveRecord.State.ACKNOWLEDGED);
    }

    static Town town() {
        Town town = new Town();
        for (int hour = 1; hour < 24; hour++) {
            town.plan.put(minute(60L * hour), List.of(Town.dim("d" + hour, 4L * hour, minute(60L * hour))));
        }
        return town;
    }

    private static SimulatedAdapter devices() {
        return SimulatedAdapter.builder().seed(7).build();
    }

    private static CityTwin withDitto(Town town, TinyDitto ditto) {
        DittoAdapter adapter = DittoAdapter.builder()
                .graph(town.graph)
                .devices(devices()::serves)
                .build(ditto.wires());
        adapter.provision();
        return town.city()
                .adapter(adapter)
                .adapter(DittoGateway.builder()
                        .hosting(devices())
                        .inStepWith(adapter)
                        .build(ditto.wires()))
                .build();
    }

    static List<DirectiveRecord> play(CityTwin city) {
        city.start();
        city.advanceTo(minute(60 * 24));
        assertThat(city.deadLetters()).isEmpty();
        return city.directives();
    }

    static List<Input> values(Town town) {
        List<Input> values = new ArrayList<>(town.inputs);
        values.removeIf(input -> !(input instanceof Input.Observed));
        return values;
    }
}
