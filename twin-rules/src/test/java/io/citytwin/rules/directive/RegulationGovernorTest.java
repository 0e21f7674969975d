package io.citytwin.rules.directive;

import static io.citytwin.rules.directive.NorthlandCity.LAMP;
import static io.citytwin.rules.directive.NorthlandCity.at;
import static io.citytwin.rules.directive.NorthlandCity.lamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Directive.Kind;
import io.citytwin.rules.RegulationEngine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegulationGovernorTest {

    private static final String NIGHT = "xx.northland.smoke/night";
    private static final String LAMPS = "xx.state.energy/lamps";
    private static final String ROOMS = "xx.state.energy/rooms";
    private static final String HEATING = "xx.northland.smoke/heating";

    private final RegulationEngine engine = NorthlandCity.engine(1);
    private final RegulationGovernor governor = RegulationGovernor.of(engine);

    @AfterEach
    void close() {
        governor.close();
        engine.close();
    }

    private static Value percent(int amount) {
        return Quantity.of(amount, Unit.of("%"));
    }

    private Directive only(String moment) {
        List<Directive> directives = governor.step(at(moment));
        assertThat(directives).hasSize(1);
        return directives.get(0);
    }

    private void nothing(String moment) {
        assertThat(governor.step(at(moment))).isEmpty();
    }

    private List<Doubt> doubtsOfNight() {
        return governor.doubts().stream()
                .filter(doubt -> doubt.provision().equals(NIGHT))
                .toList();
    }

    @Test
    void aClaimIsIssuedOnceAndTheDeviceReturnsToRestWhenItsHoursEnd() {
        engine.put(lamp("wifi=false airSensor=false"));
        nothing("2026-01-15T22:59");
        Directive claim = only("2026-01-15T23:00");
        assertThat(claim.twin()).isEqualTo(LAMP);
        assertThat(claim.property()).isEqualTo("dimming");
        assertThat(claim.kind()).isEqualTo(Kind.CLAIM);
        assertThat(claim.value()).isEqualTo(percent(60));
        assertThat(claim.cause()).isEqualTo(new Directive.Cause(NIGHT, "Lamps at night", at("2026-01-15T23:00")));
        assertThat(claim.id()).matches("[0-9a-f]{32}");
        nothing("2026-01-15T23:15");
        nothing("2026-01-16T04:59");
        Directive revert = only("2026-01-16T05:00");
        assertThat(revert.kind()).isEqualTo(Kind.REVERT);
        assertThat(revert.value()).isEqualTo(percent(100));
        assertThat(revert.cause()).isEqualTo(new Directive.Cause(NIGHT, "Lamps at night", at("2026-01-16T05:00")));
        assertThat(only("2026-01-16T23:00").id()).isNotEqualTo(claim.id());
    }

    @Test
    void theStricterLimitWinsAndTheOtherComesBackWhenItEnds() {
        engine.put(lamp("wifi=true"));
        assertThat(only("2026-02-25T22:00").cause().provision()).isEqualTo(LAMPS);
        assertThat(only("2026-02-25T23:00").value()).isEqualTo(percent(40));
        Directive back = only("2026-02-26T05:00");
        assertThat(back.kind()).isEqualTo(Kind.CLAIM);
        assertThat(back.value()).isEqualTo(percent(60));
        assertThat(back.cause().provision()).isEqualTo(LAMPS);
        assertThat(governor.ledger().entries())
                .extracting(entry -> entry.directive().orElseThrow().id())
                .doesNotHaveDuplicates();
        Award night = governor.ledger().of(NIGHT).get(0).award().orElseThrow();
        assertThat(night.losers())
                .extracting(loser -> loser.claim().provision())
                .containsExactly(LAMPS);
        assertThat(night.losers()).extracting(Award.Loser::reason).containsExactly(Award.Reason.LESS_STRICT);
    }

    @Test
    void ofEqualLimitsTheHigherAuthorityWinsAndNothingIsAskedTwice() {
        engine.put(lamp("wifi=true"));
        Directive first = only("2026-01-15T23:30");
        assertThat(first.cause().provision()).isEqualTo(LAMPS);
        assertThat(first.value()).isEqualTo(percent(60));
        Ledger.Entry entry = governor.ledger().of(LAMP).get(0);
        assertThat(entry.award().orElseThrow().losers())
                .extracting(Award.Loser::reason)
                .containsExactly(Award.Reason.LOWER_RANK);
        nothing("2026-01-16T05:00");
    }

    @Test
    void anotherValueOfTheSameProvisionIsANewCause() {
        engine.put(lamp("wifi=false"));
        Directive before = only("2026-02-19T23:00");
        nothing("2026-02-19T23:59");
        Directive after = only("2026-02-20T00:00");
        assertThat(after.cause().provision()).isEqualTo(before.cause().provision());
        assertThat(List.of(before.value(), after.value())).containsExactly(percent(60), percent(40));
        assertThat(after.id()).isNotEqualTo(before.id());
    }

    @Test
    void theLastCertainClaimStandsWhileItIsUnknownAndNoLonger() {
        engine.put(lamp("wifi=false"));
        only("2026-01-15T23:00");
        assertThat(doubtsOfNight()).isEmpty();
        governor.accept(NorthlandCity.observed(LAMP, "lightingClass", Optional.empty(), at("2026-01-15T23:10")));
        nothing("2026-01-15T23:15");
        assertThat(doubtsOfNight()).hasSize(1);
        assertThat(doubtsOfNight().get(0).twin()).isEqualTo(LAMP);
        assertThat(doubtsOfNight().get(0).unknown()).containsExactly("lightingClass");
        // Outside its hours the provision claims nothing, whatever the lamp's class is.
        assertThat(only("2026-01-16T05:00").kind()).isEqualTo(Kind.REVERT);
        assertThat(doubtsOfNight()).isEmpty();
        // What was never certain claims nothing.
        nothing("2026-01-16T23:00");
        assertThat(doubtsOfNight()).hasSize(1);
    }

    @Test
    void whatDoesNotChangeAClaimAsksNothing() {
        engine.put(lamp("wifi=false"));
        only("2026-01-15T23:00");
        governor.accept(NorthlandCity.observed(
                LAMP, "power", Optional.of(Quantity.of(40, Unit.of("W"))), at("2026-01-15T23:10")));
        nothing("2026-01-15T23:15");
        governor.accept(NorthlandCity.observed(
                LAMP, "lightingClass", Optional.of(new Value.Term("M3")), at("2026-01-15T23:20")));
        nothing("2026-01-15T23:30");
        governor.accept(NorthlandCity.observed(
                LAMP, "lightingClass", Optional.of(new Value.Term("M1")), at("2026-01-15T23:40")));
        assertThat(only("2026-01-15T23:45").kind()).isEqualTo(Kind.REVERT);
    }

    @Test
    void changesAtOneInstantHaveTheirOwnNames() {
        engine.put(lamp("wifi=false"));
        Directive first = only("2026-01-15T23:00");
        engine.put(lamp("wifi=false lightingClass=M1"));
        Directive second = only("2026-01-15T23:00");
        engine.put(lamp("wifi=false"));
        Directive third = only("2026-01-15T23:00");
        assertThat(List.of(first.kind(), second.kind(), third.kind()))
                .containsExactly(Kind.CLAIM, Kind.REVERT, Kind.CLAIM);
        assertThat(List.of(first.id(), second.id(), third.id())).doesNotHaveDuplicates();
        assertThat(first.value()).isEqualTo(third.value());
    }

    @Test
    void aTwinThatComesLaterIsAskedAtTheEndOfItsStep() {
        nothing("2026-01-15T23:00");
        engine.put(lamp("wifi=false"));
        assertThat(only("2026-01-15T23:15").twin()).isEqualTo(LAMP);
    }

    @Test
    void directivesComeSortedByTwinAndEachCaresForItsOwn() {
        engine.put(
                lamp("wifi=false"),
                NorthlandCity.twin("home", "BuildingUnit", "place=xx:town"),
                NorthlandCity.twin("dark", "LampPost", "place=xx:town lightingClass=M1 wifi=false"),
                NorthlandCity.twin("early", "LampPost", "place=xx:town lightingClass=M4 wifi=false"));
        assertThat(governor.step(at("2026-01-15T23:00")))
                .extracting(Directive::twin)
                .containsExactly(TwinId.of("xx:early"), TwinId.of("xx:home"), LAMP);
        assertThat(governor.ledger().of(TwinId.of("xx:dark"))).isEmpty();
        assertThat(governor.ledger().of(TwinId.of("xx:home")))
                .extracting(Ledger.Entry::actuator)
                .containsExactly(new ActuatorId(TwinId.of("xx:home"), "indoorTemperature"));
        assertThat(governor.ledger().of(ROOMS)).hasSize(1);
        assertThat(governor.ledger().of(HEATING)).isEmpty();
    }

    @Test
    void aLevelLowersRoomsAndTellsItsSentenceInTheGovernorsLanguage() {
        try (RegulationGovernor italian = RegulationGovernor.of(engine, "it")) {
            engine.put(NorthlandCity.twin("home", "BuildingUnit", "place=xx:town"));
            assertThat(only("2026-01-12T00:00").value()).isEqualTo(Quantity.of(19, Unit.DEGREE_CELSIUS));
            for (int day = 13; day < 15; day++) {
                String today = "2026-01-" + day;
                String yesterday = "2026-01-" + (day - 1);
                governor.accept(NorthlandCity.pm10(70, at(yesterday + "T00:00"), at(today + "T09:00")));
                nothing(today + "T12:00");
            }
            Directive cooler = only("2026-01-15T00:00");
            assertThat(cooler.value()).isEqualTo(Quantity.of(18, Unit.DEGREE_CELSIUS));
            assertThat(cooler.cause().reason()).isEqualTo("Level first: rooms stay at 18 degC.");
            assertThat(italian.step(at("2026-01-15T00:00")).get(0).cause().reason())
                    .isEqualTo("Livello first.");
        }
    }
}
