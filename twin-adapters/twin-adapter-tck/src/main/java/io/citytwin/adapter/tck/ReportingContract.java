package io.citytwin.adapter.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Observation;
import io.citytwin.core.spi.DeadLetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for adapters whose devices report. Safe for use by many threads. */
public interface ReportingContract {

    /**
     * The other side.
     *
     * @return a new one for each test, started
     */
    ReportingPeer peer();

    /** A value arrives with unit, source, and the time at which the device measured it. */
    @Test
    default void aValueArrivesAsItWasTold() {
        try (ReportingPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            Observation told = peer.tell(1, city.lately(5));
            city.until("the value", () -> city.holds(told));
            Observation heard = city.observation(told);
            assertThat(heard.source()).isEqualTo(city.adapter().name()).isEqualTo(told.source());
            assertThat(heard.quality()).isEqualTo(told.quality());
            assertThat(heard.receivedAt()).isAfterOrEqualTo(heard.measuredAt());
            assertThat(city.letters()).isEmpty();
        }
    }

    /** What is told again says nothing new. */
    @Test
    default void whatIsToldTwiceIsKeptOnce() {
        try (ReportingPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            Instant at = city.lately(9);
            peer.tell(1, at);
            Observation told = peer.tell(1, at);
            Observation next = peer.tell(2, at.plusSeconds(1));
            city.until(
                    "both values",
                    () -> city.kept(told.twin()).stream()
                                    .filter(text ->
                                            text.contains(next.measuredAt().toString()))
                                    .count()
                            == 1);
            assertThat(city.kept(told.twin()))
                    .filteredOn(text -> text.contains(told.measuredAt().toString()))
                    .hasSize(1);
        }
    }

    /** What comes late takes its place in the past: the newest value stays, and both are kept. */
    @Test
    default void whatComesInAnotherOrderKeepsItsTime() {
        try (ReportingPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            Observation newer = peer.tell(2, city.lately(3));
            city.until("the newer value", () -> city.holds(newer));
            Observation older = peer.tell(1, newer.measuredAt().minusSeconds(4));
            city.until(
                    "the older value",
                    () -> city.kept(older.twin()).stream()
                            .anyMatch(text -> text.contains(older.measuredAt().toString())));
            assertThat(city.holds(newer)).isTrue();
        }
    }

    /** Each of many is kept once, however fast they come. */
    @Test
    default void nothingIsLostWhenMuchComesAtOnce() {
        int many = 300;
        try (ReportingPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            Instant first = city.lately(many + 1);
            List<String> times = new ArrayList<>();
            Observation told = peer.tell(0, first);
            for (int number = 0; number < many; number++) {
                told = peer.tell(number, first.plusSeconds(number));
                times.add(told.measuredAt().toString());
            }
            Observation last = told;
            city.until("all values", () -> city.kept(last.twin()).size() >= many);
            List<String> kept = city.kept(last.twin());
            assertThat(kept).hasSize(many);
            assertThat(times)
                    .allSatisfy(time -> assertThat(kept)
                            .filteredOn(text -> text.contains("\"" + time + "\""))
                            .isNotEmpty());
        }
    }

    /** What nobody can read is kept with its reason, and disturbs nothing. */
    @Test
    default void nonsenseIsKeptAndDisturbsNothing() {
        try (ReportingPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            String words = peer.tellNonsense();
            city.until("a dead letter", () -> !city.letters().isEmpty());
            DeadLetter letter = city.letters().get(0);
            assertThat(letter.code()).matches("[A-Z]\\d{3}");
            assertThat(letter.source()).isEqualTo(city.adapter().name());
            assertThat(letter.reason()).isNotBlank();
            assertThat(letter.text()).contains(words).hasSizeLessThan(10_000);
            Observation told = peer.tell(1, city.lately(1));
            city.until("a value after the nonsense", () -> city.holds(told));
        }
    }

    /** Nobody believes a clock that is decades off. */
    @Test
    default void aWrongClockIsNotBelieved() {
        try (ReportingPeer peer = peer();
                ContractCity city = new ContractCity(peer)) {
            Observation past = peer.tell(1, Instant.parse("1970-01-01T00:00:07Z"));
            city.until("the first dead letter", () -> city.letters().size() == 1);
            peer.tell(2, Instant.parse("2106-02-07T06:28:15Z"));
            city.until("the second dead letter", () -> city.letters().size() == 2);
            assertThat(city.kept(past.twin())).isEmpty();
            Observation told = peer.tell(3, city.lately(1));
            city.until("a value of a right clock", () -> city.holds(told));
        }
    }
}
