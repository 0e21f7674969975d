package io.citytwin.core.sync;

import static io.citytwin.core.sync.SmallTown.GATE;
import static io.citytwin.core.sync.SmallTown.LAMP;
import static io.citytwin.core.sync.SmallTown.MIDNIGHT;
import static io.citytwin.core.sync.SmallTown.OTHER_LAMP;
import static io.citytwin.core.sync.SmallTown.dim;
import static io.citytwin.core.sync.SmallTown.minute;
import static io.citytwin.core.sync.SmallTown.power;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.DirectiveRecord.State;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A city that is left in the middle, as a killed process leaves it, and another one over its journal. */
class CityRestartTest {

    private static final int END = 240;

    private final MemoryJournal journal = new MemoryJournal();

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 15, 16, 29, 30, 31, 59, 60, 61, 75, 120, 239})
    void whateverTheMinuteOfTheEndTheJournalComesOutTheSame(int cut) {
        MemoryJournal undisturbed = new MemoryJournal();
        play(run(undisturbed, Duration.ofDays(1)), 0, END);
        play(run(journal, Duration.ofDays(1)), 0, cut);
        CityTwin again = run(journal, Duration.ofDays(1));
        play(again, (int) Duration.between(MIDNIGHT, again.now()).toMinutes(), END);
        assertThat(all(journal)).containsExactlyElementsOf(all(undisturbed));
        assertThat(again.health().alarms()).noneMatch(alarm -> alarm.kind() == Alarm.Kind.OTHERWISE);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 60, 61, 90, 121})
    void aSnapshotChangesNothingButWhereItBegins(int cut) {
        MemoryJournal undisturbed = new MemoryJournal();
        CityTwin clean = run(undisturbed, Duration.ofMinutes(30));
        play(clean, 0, END);
        play(run(journal, Duration.ofMinutes(30)), 0, cut);
        assertThat(Snapshot.read(journal)).isPresent();
        journal.forget(
                Set.of("inputs"), journal.mark("city/snapshot").orElseThrow().number());
        CityTwin again = run(journal, Duration.ofMinutes(30));
        play(again, (int) Duration.between(MIDNIGHT, again.now()).toMinutes(), END);
        List<String> expected = all(undisturbed);
        List<String> come = all(journal);
        assertThat(come).isNotEmpty().hasSizeLessThan(expected.size());
        assertThat(expected).containsSubsequence(come);
        assertThat(again.graph().find(LAMP)).isEqualTo(clean.graph().find(LAMP)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 16, 31, 119})
    void aCityThatWasClosedInTheMiddleOfAStepTakesNothingTwice(int cut) {
        MemoryJournal undisturbed = new MemoryJournal();
        play(run(undisturbed, Duration.ofDays(1)), 0, END);
        CityTwin first = run(journal, Duration.ofDays(1));
        play(first, 0, cut);
        first.close();
        CityTwin again = run(journal, Duration.ofDays(1));
        assertThat(again.resumedFrom()).contains(minute(cut));
        play(again, cut, END);
        assertThat(all(journal).stream().filter(entry -> entry.startsWith("inputs")))
                .containsExactlyElementsOf(all(undisturbed).stream()
                        .filter(entry -> entry.startsWith("inputs"))
                        .toList());
    }

    @Test
    void aGovernorThatFailedUnexpectedlyKeepsNobodyFromGoingOn() {
        PlannedGovernor failing = new PlannedGovernor();
        failing.failsAtSteps = true;
        CityTwin first = city(journal, failing, new FakeDevices("fake"));
        first.advanceTo(minute(30));
        PlannedGovernor still = new PlannedGovernor();
        still.failsAtSteps = true;
        CityTwin again = city(journal, still, new FakeDevices("fake"));
        assertThat(again.resumedFrom()).contains(minute(30));
        assertThat(again.deadLetters()).isEqualTo(first.deadLetters()).isNotEmpty();
    }

    @Test
    void whatBecameOfADirectiveWhoseMonthWasErasedIsPassedOver() {
        journal.append(
                List.of(
                        new Journal.Entry("inputs", "", 1, "{\"kind\":\"Tick\",\"received\":\"2024-01-10T00:15:00Z\"}"),
                        new Journal.Entry(
                                "directives",
                                LAMP.toString(),
                                1,
                                "{\"id\":\"gone\",\"state\":\"ACKNOWLEDGED\",\"attempts\":1,\"at\":\"2024-01-10T00:16:00Z\"}")));
        CityTwin again = city(journal, new PlannedGovernor(), new FakeDevices("fake"));
        assertThat(again.directives()).isEmpty();
        assertThat(again.resumedFrom()).contains(minute(15));
    }

    @Test
    void anEntryOfALaterFormIsRefused() {
        journal.append(List.of(
                new Journal.Entry("inputs", "", 2, "{\"kind\":\"Tick\",\"received\":\"2024-01-10T00:15:00Z\"}")));
        assertThatThrownBy(() -> city(journal, new PlannedGovernor(), new FakeDevices("fake")))
                .hasMessageContaining("C118")
                .hasMessageContaining("form 2");
    }

    @Test
    void whatWasNotAnsweredIsSentAgainUnderItsNumber() {
        PlannedGovernor plan = new PlannedGovernor().at(minute(15), dim("d1", LAMP, 30, minute(15)));
        FakeDevices silent = new FakeDevices("fake");
        city(journal, plan, silent).advanceTo(minute(15));
        assertThat(silent.commands).containsExactly("2024-01-10T00:15:00Z d1");
        FakeDevices heard = new FakeDevices("fake").obeying();
        CityTwin again = city(journal, plan, heard);
        again.advanceTo(minute(16));
        assertThat(heard.commands).containsExactly("2024-01-10T00:15:00Z d1");
        assertThat(again.directives()).extracting(DirectiveRecord::state).containsExactly(State.ACKNOWLEDGED);
        assertThat(again.directives()).extracting(DirectiveRecord::attempts).containsExactly(1);
    }

    @Test
    void nothingIsAskedTwiceOfADeviceThatAnswered() {
        PlannedGovernor plan = new PlannedGovernor().at(minute(15), dim("d1", LAMP, 30, minute(15)));
        city(journal, plan, new FakeDevices("fake").obeying()).advanceTo(minute(30));
        FakeDevices heard = new FakeDevices("fake").obeying();
        CityTwin again = city(journal, plan, heard);
        again.advanceTo(minute(60));
        assertThat(heard.commands).isEmpty();
        assertThat(again.directives()).hasSize(1);
        assertThat(again.graph().desired(LAMP, "dimming")).contains(Quantity.of(30, Unit.PERCENT));
    }

    @Test
    void anInventoryIsNewsOnlyWhereItIsOtherwiseThanAtTheLastStart() {
        PlannedGovernor governor = new PlannedGovernor();
        CityTwin first = city(journal, governor, new FakeDevices("fake"));
        first.graph().put(List.of(lamp("town:lamp-1", "90")), minute(1));
        first.advanceTo(minute(15));
        TwinGraph graph = graph();
        graph.put(List.of(lamp("town:lamp-2", "55")), MIDNIGHT);
        CityTwin again = city(journal, governor, new FakeDevices("fake"), graph);
        assertThat(graph.find(LAMP)).contains(lamp("town:lamp-1", "90"));
        assertThat(graph.find(OTHER_LAMP)).contains(lamp("town:lamp-2", "55"));
        again.advanceTo(minute(30));
        assertThat(governor.given).last().isEqualTo(new Input.TwinChanged(lamp("town:lamp-2", "55"), minute(30)));
    }

    @Test
    void aTwinThatWasTakenAwayStaysAway() {
        CityTwin first = city(journal, new PlannedGovernor(), new FakeDevices("fake"));
        first.advanceTo(minute(1));
        first.graph().remove(OTHER_LAMP, minute(1));
        first.advanceTo(minute(15));
        CityTwin again = city(journal, new PlannedGovernor(), new FakeDevices("fake"));
        assertThat(again.graph().find(OTHER_LAMP)).isEmpty();
        assertThat(again.graph().find(LAMP)).isPresent();
    }

    @Test
    void whatIsDecidedOtherwiseNowIsToldAndWhatWasDecidedStays() {
        city(journal, new PlannedGovernor().at(minute(15), dim("d1", LAMP, 30, minute(15))), new FakeDevices("fake"))
                .advanceTo(minute(15));
        CityTwin again = city(
                journal,
                new PlannedGovernor().at(minute(15), dim("d2", LAMP, 50, minute(15))),
                new FakeDevices("fake"));
        assertThat(again.health().alarms()).extracting(Alarm::kind).containsExactly(Alarm.Kind.OTHERWISE);
        assertThat(again.directives())
                .extracting(record -> record.directive().id())
                .containsExactly("d1");
    }

    @Test
    void deadLettersAreKept() {
        CityTwin first = city(journal, new PlannedGovernor(), new FakeDevices("fake"));
        first.accept(new Input.Observed(
                SmallTown.seen(TwinId.of("town:nobody"), "power", Quantity.of(1, Unit.WATT), minute(1))));
        first.advanceTo(minute(15));
        CityTwin again = city(journal, new PlannedGovernor(), new FakeDevices("fake"));
        assertThat(again.deadLetters()).isEqualTo(first.deadLetters()).hasSize(1);
        assertThat(again.health().inputs()).isEqualTo(first.health().inputs());
    }

    @Test
    void whatWasHeardBeforeTheFirstStartKeepsItsTime() {
        PlannedGovernor governor = new PlannedGovernor();
        CityTwin city =
                builder(journal, governor, new FakeDevices("fake"), graph()).build();
        Instant eve = MIDNIGHT.minus(Duration.ofDays(1));
        city.accept(new Input.Observed(power(5, eve)));
        city.start();
        assertThat(governor.given).last().isEqualTo(new Input.Observed(power(5, eve)));
        assertThat(governor.given).allMatch(input -> input.receivedAt().equals(eve));
    }

    @Test
    void aJournalOfSomethingElseIsRefused() {
        journal.append(List.of(new Journal.Entry("inputs", "town:lamp-1", 1, "{\"kind\":\"Dance\"}")));
        assertThatThrownBy(() -> city(journal, new PlannedGovernor(), new FakeDevices("fake")))
                .hasMessageContaining("C118");
    }

    /** A city whose lamps answer after seconds, one of them never and one by refusing; under a plan of many directives. */
    private CityTwin run(Journal into, Duration snapshots) {
        PlannedGovernor plan = new PlannedGovernor();
        for (int step = 0; step <= END; step += 15) {
            plan.at(
                    minute(step),
                    dim("a" + step, LAMP, 30 + step % 2, minute(step)),
                    dim("b" + step, OTHER_LAMP, step % 45, minute(step)));
        }
        FakeDevices devices = new FakeDevices("fake");
        devices.reacting(directive -> {
            if (!directive.id().endsWith("5")) {
                Instant then = devices.context().clock().now().plusSeconds(7);
                devices.context()
                        .at(
                                then,
                                () -> devices.answer(
                                        directive,
                                        directive.id().startsWith("b") ? Optional.of("no") : Optional.empty()));
            }
        });
        CityTwin city =
                builder(into, plan, devices, graph()).snapshots(snapshots).build();
        city.start();
        return city;
    }

    /** Tells what is measured in each minute, from one on. */
    private void play(CityTwin city, int from, int to) {
        for (int minute = from + 1; minute <= to; minute++) {
            city.accept(new Input.Observed(power(minute, minute(minute))));
            if (minute % 7 == 0) {
                Passage passage = new Passage("p" + minute, TwinId.of("town:car"), GATE, minute(minute));
                city.accept(new Input.Passed(passage, minute(minute)));
            }
            city.advanceTo(minute(minute));
        }
    }

    private static List<String> all(Journal journal) {
        List<String> entries = new ArrayList<>();
        journal.replay(
                Set.of("inputs", "directives", "refused"),
                0,
                kept -> entries.add(kept.entry().stream() + " " + kept.entry().key() + " "
                        + kept.entry().payload()));
        return entries;
    }

    private static Twin lamp(String id, String watts) {
        return AssetTypes.builtIn().twin(id, "LampPost").with("ratedPower", watts);
    }

    private static TwinGraph graph() {
        return new SmallTown().graph;
    }

    private static CityTwin city(Journal journal, PlannedGovernor governor, FakeDevices devices) {
        return city(journal, governor, devices, graph());
    }

    private static CityTwin city(Journal journal, PlannedGovernor governor, FakeDevices devices, TwinGraph graph) {
        CityTwin city = builder(journal, governor, devices, graph).build();
        city.start();
        return city;
    }

    private static CityTwinBuilder builder(
            Journal journal, PlannedGovernor governor, FakeDevices devices, TwinGraph graph) {
        return CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(MIDNIGHT))
                .adapter(devices)
                .governor(governor)
                .journal(journal);
    }
}
