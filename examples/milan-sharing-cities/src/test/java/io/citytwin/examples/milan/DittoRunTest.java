package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.ditto.DittoHealth;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.examples.milan.report.Period;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same day twice: devices beside the city, and devices that it knows only through a Ditto. */
class DittoRunTest {

    private static final Period DAY = new Period(LocalDate.of(2025, 11, 3), LocalDate.of(2025, 11, 3));

    @Test
    void decidesTheSameThroughADitto() {
        StringWriter told = new StringWriter();
        DittoSite site = new DittoSite(new PrintWriter(told));
        List<DittoHealth> health = new ArrayList<>();
        Played through = Played.of(DAY, site, () -> health.add(site.health()));
        Played beside = Played.of(DAY, Site.DIRECT);

        assertThat(through.report()).isEqualTo(beside.report());
        assertThat(through.asked()).isEqualTo(beside.asked()).hasSizeGreaterThan(500);
        assertThat(through.asked())
                .extracting(Played.Asked::state)
                .contains(DirectiveRecord.State.ACKNOWLEDGED, DirectiveRecord.State.RAISED);
        assertThat(told.toString()).contains(" 0 problems");
        assertThat(health.get(0).things()).isGreaterThan(4_000);
        assertThat(health.get(0).gaps()).isZero();
        assertThat(health.get(0).refused()).isZero();
    }
}
