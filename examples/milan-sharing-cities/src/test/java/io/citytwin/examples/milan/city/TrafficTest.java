package io.citytwin.examples.milan.city;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static io.citytwin.examples.milan.city.Bundled.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.signal.Passage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passages that a seed makes up. */
class TrafficTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);

    private final Traffic traffic = MILANO.traffic();

    @Test
    void isTheSameForTheSameDayWhateverWasAskedBefore() {
        List<Passage> first = traffic.on(MONDAY);
        traffic.on(MONDAY.plusDays(1));
        assertThat(traffic.on(MONDAY)).isEqualTo(first);
        assertThat(MILANO.traffic().on(MONDAY)).isEqualTo(first);
        assertThat(traffic.on(MONDAY.plusDays(7))).isNotEqualTo(first);
    }

    @Test
    void isSortedAndNamesEachPassageOnce() {
        List<Passage> passages = traffic.on(MONDAY);
        assertThat(passages).isSortedAccordingTo(Comparator.comparing(Passage::at));
        assertThat(passages).extracting(Passage::id).doesNotHaveDuplicates();
        assertThat(passages)
                .allMatch(passage -> LocalDate.ofInstant(passage.at(), ZoneId.of("Europe/Rome"))
                        .equals(MONDAY));
    }

    @Test
    void isThinnerAtWeekendsAndByNight() {
        assertThat(traffic.on(MONDAY).size()).isBetween(90, 110);
        assertThat(traffic.on(MONDAY.plusDays(6)).size()).isBetween(55, 69);
        long night = traffic.on(MONDAY).stream()
                .filter(passage -> passage.at().atZone(ZoneId.of("Europe/Rome")).getHour() < 6)
                .count();
        assertThat(night).isBetween(1L, 15L);
    }

    @Test
    void leavesReservedLanesToBusesButForAFew() {
        List<Passage> week = new ArrayList<>();
        MONDAY.datesUntil(MONDAY.plusDays(180)).forEach(day -> week.addAll(traffic.on(day)));
        List<Passage> reserved = week.stream()
                .filter(passage ->
                        text(MILANO.find(passage.gate().toString()), "reserved").equals("true"))
                .toList();
        assertThat((double) reserved.size() / week.size()).isBetween(0.002, 0.02);
    }
}
