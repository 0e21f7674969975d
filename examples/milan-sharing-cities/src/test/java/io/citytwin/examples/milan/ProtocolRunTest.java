package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.energy.PowerSplit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same days twice: devices beside the city, and devices that it knows only over their protocols. */
class ProtocolRunTest {

    private static final Period DAY = new Period(LocalDate.of(2025, 11, 3), LocalDate.of(2025, 11, 3));
    /** With a peak that passes the limit of a district if nobody is held. */
    private static final Period PEAK = new Period(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 1, 15));

    private final StringWriter told = new StringWriter();

    private Site protocols() {
        return new ProtocolSite(MILANO, Optional.empty(), new PrintWriter(told, true));
    }

    @Test
    void decidesTheSameOverProtocols() {
        Played through = Played.of(DAY, new WinterOnly(protocols()));
        Played beside = Played.of(DAY, Site.DIRECT);
        assertThat(through.report()).usingRecursiveComparison().isEqualTo(beside.report());
        assertThat(through.asked()).isEqualTo(beside.asked()).hasSizeGreaterThan(500);
        assertThat(through.asked())
                .extracting(Played.Asked::state)
                .contains(DirectiveRecord.State.ACKNOWLEDGED, DirectiveRecord.State.RAISED);
        assertThat(told.toString()).contains("MQTT through localhost:");
    }

    /** Limits go over the wires as profiles, and come back as measured power. */
    @Test
    void aPeakIsSharedOverProtocols() {
        Shared through = share(protocols());
        assertThat(through).isEqualTo(share(Site.DIRECT));
        assertThat(through.asked())
                .anyMatch(asked -> asked.property().equals("output")
                        && asked.asked().state() == DirectiveRecord.State.ACKNOWLEDGED);
    }

    private static Shared share(Site site) {
        try (PeakDay days = new PeakDay(MILANO, MILANO.regulations(), PEAK, true, site).play()) {
            assertThat(days.twins().deadLetters()).isEmpty();
            return new Shared(
                    days.energy().districts().stream().map(days::splits).toList(),
                    days.twins().directives().stream()
                            .map(record -> new AskedOf(record.directive().property(), Played.Asked.of(record)))
                            .toList());
        }
    }

    private record AskedOf(String property, Played.Asked asked) {}

    /** How power was split, and what was asked for that. */
    private record Shared(List<List<PowerSplit>> splits, List<AskedOf> asked) {}

    /** What is played beside the winter meets its devices directly. */
    private record WinterOnly(Site site) implements Site {

        @Override
        public List<DeviceAdapter> adapters(TwinGraph graph, Street street) {
            return site.adapters(graph, street);
        }

        @Override
        public Site again() {
            return Site.DIRECT;
        }

        @Override
        public void prepare() {
            site.prepare();
        }

        @Override
        public void close() {
            site.close();
        }
    }
}
