package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Decision.Outcome;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** May this vehicle pass this gate, and what does it cost? */
class PassageQuestionTest {

    /** A Tuesday. */
    private static final String TUESDAY = "2025-11-11T10:00";

    private static final Optional<Quantity> FREE = Optional.of(Quantity.of(0, Unit.EURO));

    private final RegulationEngine engine = Town.engine();

    @AfterEach
    void close() {
        engine.close();
    }

    private Decision ask(String car, TwinId gate, String moment) {
        engine.put(Town.car(car));
        return Town.ask(engine, gate, moment);
    }

    private static Optional<Quantity> euro(String amount) {
        return Optional.of(Quantity.of(amount, Unit.EURO));
    }

    private static List<String> names(List<Finding> findings) {
        return findings.stream().map(finding -> finding.provision().name()).toList();
    }

    private static List<String> lifted(Decision decision) {
        return decision.lifted().stream()
                .map(lifted -> lifted.finding().provision().name() + " by "
                        + lifted.by().provision().name())
                .toList();
    }

    // Nobody checks where a zone is told to lie.
    @Test
    void aZoneThatLiesInItselfIsWalkedOnce() {
        engine.put(
                AssetTypes.builtIn().twin("xx:inner", "Zone").withAll("code=XX-1-M-I place=xx:inner"),
                AssetTypes.builtIn().twin("xx:far", "Zone").withAll("code=XX-9 place=xx:far"));
        engine.put(AssetTypes.builtIn()
                .twin("xx:innerGate", "Gate")
                .withAll("place=xx:inner zone=xx:inner reserved=false"));
        assertThat(names(ask("", Town.INNER_GATE, TUESDAY).findings())).containsExactly("ticket");
        engine.put(
                AssetTypes.builtIn().twin("xx:innerGate", "Gate").withAll("place=xx:far zone=xx:far reserved=false"));
        assertThat(ask("", Town.INNER_GATE, TUESDAY).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-11T07:29, 0",
        "2025-11-11T07:30, 7.5",
        "2025-11-11T19:29, 7.5",
        "2025-11-11T19:30, 0",
        "2025-11-15T10:00, 0",
        "2025-12-08T10:00, 0",
        "2023-10-27T10:00, 5",
        "2023-10-30T10:00, 7.5"
    })
    void theFeeIsThatOfTheDayAndOfTheHours(String moment, String fee) {
        Decision decision = ask("", Town.INNER_GATE, moment);
        assertThat(decision.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(decision.fee()).isEqualTo(euro(fee));
        assertThat(names(decision.findings())).isEqualTo(fee.equals("0") ? List.of() : List.of("ticket"));
    }

    @Test
    void aGateIsAskedForTheLawOfItsZoneOnly() {
        assertThat(ask("", Town.INNER_GATE, TUESDAY).fee()).isEqualTo(euro("7.5"));
        assertThat(ask("", Town.OUTER_GATE, TUESDAY).fee()).isEqualTo(FREE);
        assertThat(ask("", Town.FAR_GATE, TUESDAY).fee()).isEqualTo(FREE);
    }

    @Test
    void aGateOfTheInnerZoneIsAlsoOnTheGroundOfTheOuter() {
        for (TwinId gate : List.of(Town.INNER_GATE, Town.OUTER_GATE, Town.LANE)) {
            Decision decision = ask("euro=2 service=public-transport", gate, TUESDAY);
            assertThat(decision.outcome()).isEqualTo(Outcome.FORBIDDEN);
            assertThat(names(decision.findings())).containsExactly("old");
        }
        assertThat(ask("euro=2", Town.FAR_GATE, TUESDAY).outcome()).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void whereTheVehicleStandsNowDoesNotMatter() {
        Twin far = Town.car("euro=2");
        engine.put(far.with("place", TwinId.of("xx:mill")));
        assertThat(Town.ask(engine, Town.FAR_GATE, TUESDAY).outcome()).isEqualTo(Outcome.ALLOWED);
        engine.put(new Twin(far.id(), far.type(), far.values(), far.observations(), bothZones()));
        assertThat(Town.ask(engine, Town.FAR_GATE, TUESDAY).outcome()).isEqualTo(Outcome.ALLOWED);
    }

    private static SortedSet<TwinId> bothZones() {
        return new TreeSet<>(List.of(TwinId.of("xx:inner"), TwinId.of("xx:outer")));
    }

    @Test
    void rulesSeeTheGate() {
        assertThat(names(ask("", Town.LANE, TUESDAY).findings())).containsExactly("lane");
        assertThat(ask("service=public-transport", Town.LANE, TUESDAY).outcome())
                .isEqualTo(Outcome.ALLOWED);
        Decision home = ask("homeZone=xx:inner", Town.INNER_GATE, TUESDAY);
        assertThat(home.fee()).isEqualTo(FREE);
        assertThat(lifted(home)).containsExactly("resident by free", "ticket by atHome");
        assertThat(home.spends()).containsExactly("xx.northland.inner/freeDays");
        assertThat(ask("homeZone=xx:outer", Town.INNER_GATE, TUESDAY).fee()).isEqualTo(euro("7.5"));
    }

    @Test
    void whoMayLiveInTheZoneMayPayLess() {
        Decision decision = askWithout("homeZone", Town.INNER_GATE);
        assertThat(decision.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(decision.fee()).isEmpty();
        assertThat(decision.unknown()).containsExactly("homeZone");
        assertThat(askWithout("homeZone", Town.OUTER_GATE).fee()).isEqualTo(FREE);
    }

    @Test
    void freedomFromAFeeLiftsNoBan() {
        Decision shorter = ask("fuel=electric length=7.5", Town.INNER_GATE, TUESDAY);
        assertThat(shorter.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(shorter.fee()).isEqualTo(FREE);
        assertThat(lifted(shorter)).containsExactly("ticket by electric");
        Decision longer = ask("fuel=electric length=7.51", Town.INNER_GATE, TUESDAY);
        assertThat(longer.outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(names(longer.findings())).containsExactly("long");
        assertThat(longer.fee()).isEqualTo(FREE);
    }

    @Test
    void freedomFromABanLiftsNoFee() {
        Decision cooled = ask("category=N1 fuel=diesel refrigerated=true", Town.INNER_GATE, "2025-11-11T09:59");
        assertThat(cooled.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(cooled.fee()).isEqualTo(euro("7.5"));
        assertThat(lifted(cooled)).containsExactly("delivery by cooled");
        assertThat(names(cooled.findings())).containsExactly("cooled", "ticket");
    }

    @Test
    void anExemptionThatSpendsNothingIsUsedBeforeOneThatSpends() {
        Decision bonus = ask("euro=2 registered=true", Town.OUTER_GATE, TUESDAY);
        assertThat(lifted(bonus)).containsExactly("old by bonus");
        assertThat(bonus.spends()).containsExactly("xx.northland.outer/bonusDays");
        Decision badge = ask("euro=2 registered=true disabledBadge=true", Town.OUTER_GATE, TUESDAY);
        assertThat(lifted(badge)).containsExactly("old by badge");
        assertThat(badge.spends()).isEmpty();
        Decision clean = ask("euro=6 registered=true", Town.OUTER_GATE, TUESDAY);
        assertThat(clean.lifted()).isEmpty();
        assertThat(clean.spends()).isEmpty();
    }

    @Test
    void nothingIsSpentOnAPassageThatStaysForbidden() {
        Decision decision = ask("euro=2 registered=true length=8", Town.INNER_GATE, TUESDAY);
        assertThat(names(decision.findings())).containsExactly("long");
        assertThat(lifted(decision)).containsExactly("old by bonus");
        assertThat(decision.spends()).isEmpty();
    }

    @Test
    void aBanThatIsUnknownMakesTheOutcomeUnknown() {
        Decision decision = askWithout("euro", Town.INNER_GATE);
        assertThat(decision.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(decision.unknown()).containsExactly("euro");
        assertThat(decision.fee()).isEmpty();
        assertThat(decision.spends()).isEmpty();
        assertThat(askWithout("euro", Town.OUTER_GATE).fee()).isEqualTo(FREE);
        assertThat(askWithout("euro", Town.FAR_GATE).outcome()).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void aFeeThatIsUnknownLeavesThePassageAllowed() {
        Decision decision = ask("", Town.INNER_GATE, TUESDAY);
        assertThat(decision.unknown()).isEmpty();
        Decision home = askWithout("fuel", Town.INNER_GATE);
        assertThat(home.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(home.fee()).isEmpty();
        assertThat(home.unknown()).containsExactly("fuel");
        assertThat(home.findings()).isEmpty();
    }

    @Test
    void anExemptionThatIsUnknownMattersOnlyWhereThereIsSomethingToLift() {
        assertThat(askWithout("refrigerated", Town.INNER_GATE).outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(askWithout("disabledBadge", Town.INNER_GATE).outcome()).isEqualTo(Outcome.ALLOWED);
        Twin van = without(Town.car("category=N1"), "refrigerated");
        engine.put(van);
        assertThat(Town.ask(engine, Town.INNER_GATE, "2025-11-11T10:00").outcome())
                .isEqualTo(Outcome.ALLOWED);
        Decision early = Town.ask(engine, Town.INNER_GATE, "2025-11-11T08:00");
        assertThat(early.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(early.unknown()).containsExactly("refrigerated");
    }

    @Test
    void whoMayPassMayEnterAndCirculate() {
        engine.put(Town.car("euro=2 place=xx:mill").in(bothZones()));
        assertThat(act("circulate")).isEqualTo(Outcome.FORBIDDEN);
        assertThat(act("enter")).isNotEqualTo(Outcome.FORBIDDEN);
        assertThat(Town.ask(engine, Town.INNER_GATE, TUESDAY).outcome()).isEqualTo(Outcome.FORBIDDEN);
    }

    private Outcome act(String act) {
        return engine.decide(Question.may(Town.CAR, act), AsOf.at(Town.at(TUESDAY)))
                .outcome();
    }

    private Decision askWithout(String property, TwinId gate) {
        engine.put(without(Town.car(""), property));
        return Town.ask(engine, gate, TUESDAY);
    }

    private static Twin without(Twin twin, String property) {
        SortedMap<String, Value> values = new TreeMap<>(twin.values());
        values.remove(property);
        return new Twin(twin.id(), twin.type(), values, twin.observations(), twin.zones());
    }

    @Test
    void refusesWhatIsNoPassage() {
        engine.put(Town.car(""));
        assertThatThrownBy(() -> Town.ask(engine, TwinId.of("xx:nowhere"), TUESDAY))
                .hasMessageContaining("R302")
                .hasMessageContaining("`xx:nowhere` is not a known twin");
        assertThatThrownBy(() -> Town.ask(engine, TwinId.of("xx:inner"), TUESDAY))
                .hasMessageContaining("R302")
                .hasMessageContaining("`xx:inner` is a `Zone`, not a `Gate`");
        assertThatThrownBy(() ->
                        engine.decide(Question.passage(TwinId.of("xx:nobody"), Town.LANE), AsOf.at(Town.at(TUESDAY))))
                .hasMessageContaining("`xx:nobody` is not a known twin");
        assertThatThrownBy(() ->
                        engine.decide(Question.passage(TwinId.of("xx:mill"), Town.LANE), AsOf.at(Town.at(TUESDAY))))
                .hasMessageContaining("passes no gate");
    }

    @Test
    void explainsFeeExemptionAndWhatIsSpent() {
        String text = ask("fuel=diesel euro=4 registered=true", Town.INNER_GATE, TUESDAY)
                .explain("en");
        assertThat(text.lines())
                .contains(
                        "ALLOWED xx:car through xx:innerGate at 2025-11-11T10:00+01:00",
                        "  fee 7.5 EUR",
                        "  spends xx.northland.inner/tickets, xx.northland.outer/bonusDays",
                        "    \"Who enters xx:innerGate on a working day pays 7.5 EUR.\"",
                        "    fee 7.5 EUR",
                        "  lifted by xx.northland.outer/bonus: xx.northland.outer/old (Old vehicles stopped; Act 1 of 2019-12-01)");
        assertThat(ask("", Town.FAR_GATE, TUESDAY).explain("en").lines()).contains("  fee 0 EUR");
    }
}
