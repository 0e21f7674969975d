package io.citytwin.regulations.it;

import static io.citytwin.regulations.it.ShippedCity.LAW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.LiveFindings;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How findings of a graph begin and end, and what they refuse. */
class LiveFindingsLifeTest {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final Instant START = Instant.parse("2026-01-20T09:00:00Z");
    private static final LiveFindings.Listener NOBODY = (twin, before, now) -> {};

    private final TwinGraph graph = TwinGraph.of(ShippedCity.TYPES);

    @Test
    void aCandidateIsAdoptedOnce() {
        try (LiveFindings live = LiveFindings.of(graph, new LiveFindings.CityLaw(List.of(), CALENDAR, START), 1)) {
            LiveFindings.Candidate first = live.prepare(List.of());
            LiveFindings.Candidate second = live.prepare(List.of());
            assertThatThrownBy(() -> live.adopt(first, NOBODY)).isInstanceOf(IllegalStateException.class);
            List<Regulation> partly = List.of(LAW.stream()
                    .filter(one -> !one.uses().isEmpty())
                    .findFirst()
                    .orElseThrow());
            assertThatThrownBy(() -> live.prepare(partly)).hasMessageContaining("R431");
            live.adopt(second, NOBODY);
            assertThatThrownBy(() -> live.adopt(second, NOBODY)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingEndsAllThreadsAndCanBeDoneTwice() {
        LiveFindings live =
                LiveFindings.of(graph, new LiveFindings.CityLaw(List.of(), CALENDAR, START), LiveFindings.MOST_SHARDS);
        LiveFindings.Candidate candidate = live.prepare(List.of());
        live.close();
        live.close();
        candidate.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("citytwin-shard-"));
        assertThatThrownBy(() -> live.step(NOBODY)).hasMessageContaining("closed");
        assertThatThrownBy(() -> LiveFindings.of(graph, new LiveFindings.CityLaw(List.of(), CALENDAR, START), 65))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotBeIsRefused() {
        try (LiveFindings live = LiveFindings.of(graph, new LiveFindings.CityLaw(LAW, CALENDAR, START), 2)) {
            assertThatThrownBy(() -> live.advanceTo(START.minusSeconds(1))).hasMessageContaining("C108");
            assertThatThrownBy(() -> live.level("it.lombardia.antismog", "Level", TwinId.of("xx:nobody"), "first"))
                    .hasMessageContaining("R304");
            assertThatThrownBy(() -> live.prepare("it.lombardia.antismog", "Level", "frist"))
                    .hasMessageContaining("R304");
            assertThatThrownBy(() -> live.of(TwinId.of("xx:nobody"))).hasMessageContaining("R304");
        }
    }
}
