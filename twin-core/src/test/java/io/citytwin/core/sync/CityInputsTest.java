package io.citytwin.core.sync;

import static io.citytwin.core.sync.SmallTown.GATE;
import static io.citytwin.core.sync.SmallTown.LAMP;
import static io.citytwin.core.sync.SmallTown.MIDNIGHT;
import static io.citytwin.core.sync.SmallTown.minute;
import static io.citytwin.core.sync.SmallTown.power;
import static io.citytwin.core.sync.SmallTown.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.Journal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CityInputsTest {

    private final SmallTown town = new SmallTown();

    @Test
    void theGovernorIsGivenTheTwinsOfTheGraphFirst() {
        try (CityTwin city = town.started()) {
            assertThat(town.governor.given)
                    .extracting(input -> ((Input.TwinChanged) input).twin().id().name())
                    .containsExactly("gate-1", "lamp-1", "lamp-2");
            assertThat(city.health().inputs()).isEqualTo(3);
        }
    }

    @Test
    void inputsHappenInTheOrderOfTheirMomentsAndThenOfCalls() {
        try (CityTwin city = town.started()) {
            town.governor.given.clear();
            city.accept(new Input.Observed(power(3, minute(20))));
            city.accept(new Input.Observed(power(1, minute(5))));
            city.accept(new Input.Observed(power(2, minute(5))));
            city.advanceTo(minute(19));
            assertThat(town.governor.given).hasSize(2);
            city.advanceTo(minute(20));
            assertThat(town.governor.given)
                    .extracting(input ->
                            ((Input.Observed) input).observation().value().orElseThrow())
                    .containsExactly(Quantity.of(1, Unit.WATT), Quantity.of(2, Unit.WATT), Quantity.of(3, Unit.WATT));
            assertThat(town.graph.find(LAMP).orElseThrow().value("power")).contains(Quantity.of(3, Unit.WATT));
        }
    }

    @Test
    void whatClaimsToHaveComeEarlierComesNow() {
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(30));
            town.governor.given.clear();
            city.accept(new Input.Observed(power(1, minute(10))));
            city.advanceTo(minute(30));
            assertThat(town.governor.given).singleElement().satisfies(input -> {
                assertThat(input.receivedAt()).isEqualTo(minute(30));
                assertThat(((Input.Observed) input).observation().measuredAt()).isEqualTo(minute(10));
            });
        }
    }

    @Test
    void aChangedTwinIsGivenOnceWhetherItComesThroughTheCityOrTheGraph() {
        try (CityTwin city = town.started()) {
            town.governor.given.clear();
            city.accept(new Input.TwinChanged(town.graph.types().twin("town:lamp-3", "LampPost"), minute(1)));
            city.advanceTo(minute(1));
            assertThat(town.governor.given).hasSize(1);
            town.graph.put(
                    List.of(town.graph.types().twin("town:lamp-4", "LampPost").with("ratedPower", "90")), minute(1));
            city.advanceTo(minute(15));
            assertThat(town.governor.given)
                    .extracting(input -> ((Input.TwinChanged) input).twin().id().name())
                    .containsExactly("lamp-3", "lamp-4");
            city.accept(new Input.TwinChanged(town.graph.types().twin("town:lamp-3", "LampPost"), minute(16)));
            city.advanceTo(minute(30));
            assertThat(town.governor.given).hasSize(2);
        }
    }

    @Test
    void whatMakesNoSenseIsKeptAndCountedAndStopsNothing() {
        try (CityTwin city = town.started()) {
            town.governor.given.clear();
            town.governor.refusesAnnouncements = true;
            TwinId nobody = TwinId.of("town:nobody");
            Value watts = Quantity.of(1, Unit.WATT);
            town.devices.context().observe(seen(nobody, "power", watts, minute(1)));
            town.devices.context().observe(seen(LAMP, "power", Quantity.of(1, Unit.KILOWATT), minute(1)));
            town.devices.context().observe(seen(LAMP, "colour", watts, minute(1)));
            city.accept(new Input.Observed(seen(GATE, "active", watts, minute(1))));
            city.accept(new Input.Announced(
                    "xx.area.smog", "Level", GATE, "PURPLE", LocalDate.of(2024, 1, 11), minute(1), "act"));
            town.devices.context().refuse(new DeadLetter("fake", "C103", "`x` is no number.", "x", minute(1)));
            city.accept(new Input.Observed(power(70, minute(1))));
            city.advanceTo(minute(1));
            assertThat(city.health().deadLetters())
                    .containsEntry("C113", 1L)
                    .containsEntry("C102", 1L)
                    .containsEntry("C104", 1L)
                    .containsEntry("C105", 2L)
                    .containsEntry("C103", 1L);
            assertThat(city.deadLetters()).hasSize(6).anySatisfy(letter -> {
                assertThat(letter.source()).isEqualTo("fake");
                assertThat(letter.reason()).contains("colour");
                assertThat(letter.at()).isEqualTo(minute(1));
            });
            assertThat(town.governor.given).hasSize(1);
        }
    }

    @Test
    void aPassageThatAGateReportsReachesTheGovernorWhenItCameIn() {
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(3));
            town.governor.given.clear();
            Passage passage = new Passage("p1", TwinId.of("town:car"), GATE, minute(2));
            town.devices.context().passed(passage);
            assertThat(town.governor.given).isEmpty();
            city.advanceTo(minute(3));
            assertThat(town.governor.given).containsExactly(new Input.Passed(passage, minute(3)));
        }
    }

    @Test
    void aTwinThatIsPutIntoTheGraphIsKnownBeforeThePassageThatTellsOfIt() {
        try (CityTwin city = town.started()) {
            city.advanceTo(minute(3));
            town.governor.given.clear();
            Twin car = AssetTypes.builtIn().twin("town:car", "Vehicle");
            Passage passage = new Passage("p1", car.id(), GATE, minute(3));
            town.graph.put(List.of(car), minute(3));
            town.devices.context().passed(passage);
            city.advanceTo(minute(3));
            assertThat(town.governor.given)
                    .containsExactly(new Input.TwinChanged(car, minute(3)), new Input.Passed(passage, minute(3)));
        }
    }

    @Test
    void aStepEndsOnEachMultipleOfItsLengthAfterAllThatWasDueByThen() {
        try (CityTwin city = town.started()) {
            List<String> order = new ArrayList<>();
            town.devices.context().at(minute(15), () -> {
                order.add("timer, steps " + town.governor.steps.size());
                town.devices.context().at(minute(15), () -> order.add("again, " + town.governor.steps.size()));
            });
            city.advanceTo(minute(14));
            assertThat(town.governor.steps).containsExactly(MIDNIGHT);
            city.advanceTo(minute(15));
            assertThat(town.governor.steps).containsExactly(MIDNIGHT, minute(15));
            assertThat(order).containsExactly("timer, steps 1", "again, 1");
        }
    }

    @Test
    void timersRunInTheOrderOfMomentsAndThenOfCalls() {
        try (CityTwin city = town.started()) {
            List<String> order = new ArrayList<>();
            town.devices.context().at(minute(9), () -> order.add("third"));
            town.devices.context().at(minute(3), () -> order.add("first at " + city.now()));
            town.devices.context().at(minute(3), () -> order.add("second"));
            city.advanceTo(minute(9));
            assertThat(order).containsExactly("first at " + minute(3), "second", "third");
        }
    }

    @Test
    void theJournalHoldsTheInputsOfAStepAndItsEnd() {
        try (CityTwin city = town.started()) {
            city.advanceTo(MIDNIGHT);
            city.accept(new Input.Observed(power(70, minute(1))));
            city.accept(new Input.Passed(new Passage("p1", TwinId.of("town:car"), GATE, minute(2)), minute(2)));
            city.advanceTo(minute(14));
            assertThat(inputs()).hasSize(4);
            city.advanceTo(minute(15));
            assertThat(inputs().subList(4, 7))
                    .extracting(Journal.Entry::key, Journal.Entry::payload)
                    .containsExactly(
                            tuple(
                                    "town:lamp-1",
                                    "{\"kind\":\"Observed\",\"property\":\"power\",\"value\":{\"amount\":\"70\",\"unit\":\"W\"},"
                                            + "\"measured\":\"2024-01-10T00:01:00Z\",\"source\":\"station\","
                                            + "\"quality\":\"GOOD\"}"),
                            tuple(
                                    "town:car",
                                    "{\"kind\":\"Passed\",\"passage\":\"p1\",\"gate\":\"town:gate-1\","
                                            + "\"at\":\"2024-01-10T00:02:00Z\",\"received\":\"2024-01-10T00:02:00Z\"}"),
                            tuple("", "{\"kind\":\"Tick\",\"received\":\"2024-01-10T00:15:00Z\"}"));
        }
    }

    @Test
    void anotherLawIsAnInputOfItsOwnMomentOrOfNow() {
        try (CityTwin city = town.started()) {
            town.governor.given.clear();
            city.accept(new Input.LawAdopted("abc", minute(2)));
            city.advanceTo(minute(15));
            city.accept(new Input.LawAdopted("def", minute(3)));
            city.advanceTo(minute(15));
            assertThat(town.governor.given)
                    .containsExactly(new Input.LawAdopted("abc", minute(2)), new Input.LawAdopted("def", minute(15)));
            assertThat(inputs())
                    .extracting(Journal.Entry::payload)
                    .contains("{\"kind\":\"LawAdopted\",\"hash\":\"abc\",\"received\":\"2024-01-10T00:02:00Z\"}");
        }
    }

    @Test
    void whatHappenedSinceTheLastStepIsWrittenDownAtTheEnd() {
        CityTwin city = town.started();
        city.accept(new Input.Observed(power(70, minute(1))));
        city.advanceTo(minute(2));
        city.close();
        assertThat(inputs()).last().extracting(Journal.Entry::key).isEqualTo("town:lamp-1");
        assertThat(town.governor.closed).isTrue();
        assertThat(town.devices.stopped).isTrue();
    }

    @Test
    void aCityRefusesToBeUsedInAnotherOrder() {
        CityTwin city = town.builder().build();
        assertThatThrownBy(() -> city.advanceTo(minute(1))).hasMessageContaining("C116");
        city.start();
        assertThatThrownBy(city::start).hasMessageContaining("C116");
        city.advanceTo(minute(1));
        city.advanceTo(minute(1));
        assertThatThrownBy(() -> city.advanceTo(MIDNIGHT)).hasMessageContaining("C108");
        city.close();
        city.close();
        assertThatThrownBy(() -> city.accept(new Input.Tick(minute(2)))).hasMessageContaining("C116");
        assertThatThrownBy(() -> CityTwin.builder().build()).hasMessageContaining("C116");
        assertThatThrownBy(() -> town.builder().adapter(new FakeDevices("fake")).build())
                .hasMessageContaining("`fake`");
    }

    private List<Journal.Entry> inputs() {
        List<Journal.Entry> entries = new ArrayList<>();
        town.journal.replay("inputs", 0, each -> entries.add(each.entry()));
        return entries;
    }
}
