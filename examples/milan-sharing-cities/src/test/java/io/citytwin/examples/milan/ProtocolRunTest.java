package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.examples.milan.report.Period;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same day twice: devices beside the city, and devices that it knows only over their protocols. */
class ProtocolRunTest {

    private static final Period DAY = new Period(LocalDate.of(2025, 11, 3), LocalDate.of(2025, 11, 3));

    private final StringWriter told = new StringWriter();

    private Site protocols() {
        return new ProtocolSite(MILANO, Optional.empty(), new PrintWriter(told, true));
    }

    @Test
    void decidesTheSameOverProtocols() {
        Played through = Played.of(DAY, protocols());
        Played beside = Played.of(DAY, Site.DIRECT);
        assertThat(through.report()).usingRecursiveComparison().isEqualTo(beside.report());
        assertThat(through.asked()).isEqualTo(beside.asked()).hasSizeGreaterThan(500);
        assertThat(through.asked())
                .extracting(Played.Asked::state)
                .contains(DirectiveRecord.State.ACKNOWLEDGED, DirectiveRecord.State.RAISED);
        // A peak is shared by limits that go over the wires as profiles, and comes back as measured power.
        assertThat(through.report().evenings())
                .anyMatch(evening -> evening.sessions().devices() > 0);
        assertThat(told.toString()).contains("MQTT through localhost:");
    }
}
