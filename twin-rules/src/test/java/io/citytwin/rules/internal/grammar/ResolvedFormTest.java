package io.citytwin.rules.internal.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Value;
import io.citytwin.rules.internal.grammar.Rule.All;
import io.citytwin.rules.internal.grammar.Rule.Any;
import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Condition;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Rule.IsTrue;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.internal.grammar.Signed.Part;
import io.citytwin.rules.regulation.Place;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ResolvedFormTest {

    private static final String CARS = """
                rule "traffic/cars" @provision( traffic )
                when
                  $p : Province( $pid : id, level > Level.none, $level : level )
                  $m : Municipality( $mid : id, province == $pid, population > trafficPeople || volunteer == true )
                  Stopped( hours, level <= $level, $c : category, $f : fuel, $worst : worst )
                  $v : Vehicle( place == $mid, category in $c, fuel not in $f, euro <= $worst, dpf in ( Dpf.none, Dpf.retrofit ) )
                then
                  findings.forbid( $v, Act.circulate );
                end
                """;

    private static Rule only(String text) {
        List<Rule> rules = Sample.rules(text);
        assertThat(rules).hasSize(1);
        return rules.get(0);
    }

    private static int slot(String type, String property) {
        return Sample.vocabulary()
                .find(type)
                .flatMap(found -> found.slotOf(property))
                .orElseThrow();
    }

    private static Place at(int line, int column) {
        return new Place(Sample.FILE, line, column);
    }

    private static Rule.Test test(Rule rule, int condition, int part) {
        return ((All) rule.conditions().get(condition).test()).tests().get(part);
    }

    @Test
    void aBareParameterAddsTheLawAsLeadingCondition() {
        Rule rule = only("rule \"level.first\" when\n  $p : Province( level < Level.first, over >= levelFirstDays )\n"
                + "then\n  findings.raise( $p, Level.first );\nend");

        assertThat(rule.name()).isEqualTo("level.first");
        assertThat(rule.provision()).isEqualTo("level.first");
        assertThat(rule.place()).isEqualTo(at(1, 6));
        assertThat(rule.conditions()).hasSize(2);
        Condition law = rule.conditions().get(0);
        assertThat(law.type().name()).isEqualTo("Law");
        assertThat(law.quantifier()).isEqualTo(Quantifier.EACH);
        assertThat(law.test()).isEqualTo(new All(List.of()));
        assertThat(rule.conditions().get(1).place()).isEqualTo(at(2, 8));
        assertThat(rule.conditions().get(1).test())
                .isEqualTo(new All(List.of(
                        new Compare(
                                slot("Province", "level"), Operator.LESS, new Constant(1, "Level.first"), at(2, 18)),
                        new Compare(
                                slot("Province", "over"),
                                Operator.AT_LEAST,
                                new CellOf(0, slot("Law", "levelFirstDays")),
                                at(2, 39)))));
        assertThat(rule.action()).isEqualTo(new Rule.Raise(1, "Level", 1));
    }

    @Test
    void theAuthorsOwnLawPatternIsUsedIfItComesInTime() {
        String law = " Law( season, checkDays )\n";
        String province = " $p : Province( over >= levelFirstDays )\n";
        String action = "then findings.clear( $p ); end";
        Rule before = only("rule \"level.offA\" when\n" + law + province + action);
        assertThat(before.conditions()).hasSize(2);
        assertThat(test(before, 0, 1)).isEqualTo(new IsTrue(slot("Law", "checkDays"), at(2, 15)));
        assertThat(before.action()).isEqualTo(new Rule.Clear(1, "Level"));

        Rule after = only("rule \"level.offA\" when\n" + province + law + action);
        assertThat(after.conditions())
                .extracting(condition -> condition.type().name())
                .containsExactly("Law", "Province", "Law");
        assertThat(after.action()).isEqualTo(new Rule.Clear(1, "Level"));
    }

    @Test
    void aParameterNamedOnlyInTheConsequenceCountsToo() {
        Rule rule =
                only("rule \"traffic\" when $v : Vehicle() then findings.charge( $v, Act.enter, entryFee + 1 ); end");
        assertThat(rule.action())
                .isEqualTo(new Rule.Charge(
                        1,
                        "enter",
                        List.of(
                                new Signed(false, new CellOf(0, slot("Law", "entryFee")), Part.TERM),
                                new Signed(false, new Constant(BigDecimal.ONE, "1"), Part.TERM))));
    }

    @Test
    void joinsSetsAndAlternativesBecomePositions() {
        Rule rule = only(CARS);
        assertThat(rule.provision()).isEqualTo("traffic");
        assertThat(rule.action()).isEqualTo(new Rule.Forbid(4, "circulate"));
        assertThat(test(rule, 2, 0))
                .isEqualTo(new Compare(
                        slot("Municipality", "province"),
                        Operator.EQUAL,
                        new CellOf(1, slot("Province", "id")),
                        at(4, 33)));
        assertThat(((Any) test(rule, 2, 1)).tests())
                .extracting(part -> ((Compare) part).right())
                .containsExactly(new CellOf(0, slot("Law", "trafficPeople")), new Constant(true, "true"));
        assertThat(((Compare) test(rule, 4, 1)))
                .isEqualTo(new Compare(
                        slot("Vehicle", "category"),
                        Operator.IN,
                        new CellOf(3, slot("Stopped", "category")),
                        at(6, 32)));
        assertThat(((Compare) test(rule, 4, 2)).operator()).isEqualTo(Operator.NOT_IN);
        BitSet dpf = new BitSet();
        dpf.set(0);
        dpf.set(2);
        assertThat(((Compare) test(rule, 4, 4)).right()).isEqualTo(new Constant(dpf, "(Dpf.none, Dpf.retrofit)"));
    }

    private static SortedSet<Integer> slots(String type, String... properties) {
        SortedSet<Integer> slots = new TreeSet<>();
        for (String property : properties) {
            slots.add(slot(type, property));
        }
        return slots;
    }

    @Test
    void whatIsComparedIsRead() {
        Rule rule = only(CARS);
        assertThat(Reads.of(rule))
                .containsOnlyKeys("Law", "Municipality", "Province", "Stopped", "Vehicle")
                .containsEntry("Law", slots("Law", "trafficPeople"))
                .containsEntry("Province", slots("Province", "id", "level"))
                .containsEntry("Municipality", slots("Municipality", "id", "province", "population", "volunteer"))
                .containsEntry("Stopped", slots("Stopped", "hours", "level", "category", "fuel", "worst"));
    }

    @Test
    void anIdThatIsOnlyBoundIsNotRead() {
        Rule rule = only("rule \"traffic\" when $v : Vehicle( $id : id ) then findings.forbid( $v, Act.enter ); end");
        assertThat(Reads.of(rule)).isEqualTo(Map.of("Vehicle", Set.of()));
    }

    @Test
    void temperaturesAndTheirDifferencesMayBeMixed() {
        Rule rule = only("""
                rule "heating" when
                  HeatingLaw( $max : indoorMax )
                  Law( $less : heatReduction, $tolerance : heatTolerance )
                  exists ( Province( level > Level.none ) )
                  not Municipality( volunteer )
                  $u : BuildingUnit( use in ( BuildingUse.dwelling ) )
                then
                  findings.cap( $u, Property.indoorTemperature, $max - $less, $tolerance );
                end
                """);
        assertThat(rule.conditions())
                .extracting(Condition::quantifier)
                .containsExactly(Quantifier.EACH, Quantifier.EACH, Quantifier.EXISTS, Quantifier.NOT, Quantifier.EACH);
        CellOf less = new CellOf(1, slot("Law", "heatReduction"));
        assertThat(rule.action())
                .isEqualTo(new Rule.Cap(
                        4,
                        "indoorTemperature",
                        List.of(new Signed(false, new CellOf(0, 0), Part.TERM), new Signed(true, less, Part.TERM)),
                        List.of(new Signed(false, new CellOf(1, slot("Law", "heatTolerance")), Part.TERM))));
        assertThat(Reads.of(rule)).containsEntry("HeatingLaw", slots("HeatingLaw", "indoorMax"));
        assertThat(only("rule \"heating\" when $u : BuildingUnit() HeatingLaw( $a : indoorMax ) then\n"
                                + "findings.cap( $u, Property.indoorTemperature, heatReduction + $a, $a - $a ); end")
                        .action())
                .isInstanceOf(Rule.Cap.class);
    }

    private static Rule.Action claim(String pattern, String arguments) {
        return only("rule \"burning\" when " + pattern + " then findings.set( $x, Property." + arguments + " ); end")
                .action();
    }

    @Test
    void aClaimSaysANumberAFlagOrAName() {
        assertThat(claim("$x : LampPost( $n : dimming )", "dimming, $n + 1"))
                .isEqualTo(new Rule.Claim(
                        0,
                        "dimming",
                        new Wanted.Amount(List.of(
                                new Signed(false, new CellOf(0, slot("LampPost", "dimming")), Part.TERM),
                                new Signed(false, new Constant(BigDecimal.ONE, "1"), Part.TERM)))));
        assertThat(claim("$x : HeatingPlant()", "running, false"))
                .isEqualTo(new Rule.Claim(0, "running", new Wanted.Fixed(new Value.Flag(false))));
        assertThat(claim("$x : ParkingBay()", "keptFor, BayUse.electric"))
                .isEqualTo(new Rule.Claim(0, "keptFor", new Wanted.Fixed(new Value.Term("electric"))));
    }

    @Test
    void aSumInAClaimIsReadAndNamesTheLawItself() {
        Rule rule = only("rule \"heating\" when HeatingLaw( $max : indoorMax ) $u : BuildingUnit() then\n"
                + "findings.set( $u, Property.indoorTemperature, $max - heatReduction ); end");
        assertThat(Reads.of(rule))
                .containsEntry("HeatingLaw", slots("HeatingLaw", "indoorMax"))
                .containsEntry("Law", slots("Law", "heatReduction"));
    }

    @Test
    void percentAfterAnotherUnitAreAShareOfTheFirstTerm() {
        Rule rule = only("rule \"heating\" when $x : LampPost( $full : ratedPower, $part : dimming ) then\n"
                + "findings.cap( $x, Property.power, $full - $part ); end");
        assertThat(rule.action().terms())
                .containsExactly(
                        new Signed(false, new CellOf(0, slot("LampPost", "ratedPower")), Part.TERM),
                        new Signed(true, new CellOf(0, slot("LampPost", "dimming")), Part.SHARE));
        assertThat(claim("$x : LampPost( $part : dimming )", "dimming, $part - $part")
                        .terms())
                .extracting(Signed::part)
                .containsExactly(Part.TERM, Part.TERM);
    }

    @Test
    void aLiftSaysWhatItLiftsAndSpends() {
        Rule rule = only("rule \"bonus\" @lifts( traffic, level.first, move-in.2 ) @spends( bonusDays ) when\n"
                + " $v : Vehicle( kilometreScheme == true )\nthen\n findings.lift( $v, Act.enter );\nend");
        assertThat(rule.lifts()).containsExactly("traffic", "level.first", "move-in.2");
        assertThat(rule.spends()).contains("bonusDays");
        assertThat(rule.action()).isEqualTo(new Rule.Lift(0, "enter"));
    }

    @Test
    void aCounterIsComparedWithDaysOrBareNumbersAndSpent() {
        Rule rule = only(
                "rule \"bonus\" @spends( tickets ) when\n"
                        + " $v : Vehicle( bonusDays <= offDays, tickets == 1 )\nthen\n findings.charge( $v, Act.enter, entryFee );\nend");
        assertThat(rule.spends()).contains("tickets");
        assertThat(test(rule, 1, 0))
                .extracting("slot", "right")
                .containsExactly(slot("Vehicle", "bonusDays"), new CellOf(0, slot("Law", "offDays")));
        assertThat(test(rule, 1, 1)).extracting("right").isEqualTo(new Constant(BigDecimal.ONE, "1"));
    }

    @Test
    void variablesOfTheSamePatternAreItsOwnCells() {
        Rule rule = only("""
                rule "burning" when
                  $f : OpenFire( ritual == false )
                  Province( over >= $b, $b : below, forecast != Forecast.dispersion )
                  not Province( $n : below, over > $n )
                  not Province( $n : over, below > $n )
                then
                  findings.require( $f, Property.ritual );
                end
                """);
        assertThat(((Compare) test(rule, 1, 0)).right()).isEqualTo(new CellOf(1, slot("Province", "below")));
        assertThat(((Compare) test(rule, 2, 0)).right()).isEqualTo(new CellOf(2, slot("Province", "below")));
        assertThat(((Compare) test(rule, 3, 0)).right()).isEqualTo(new CellOf(3, slot("Province", "over")));
        assertThat(rule.action()).isEqualTo(new Rule.Require(0, "ritual"));
    }

    @Test
    void zeroAndOneFitEveryUnitAndALevelCanBeNamed() {
        Rule rule = only("""
                // a comment
                rule 'burning' /* and
                 another */ when $m : Municipality( population > 0, alarm == Alarm.on )
                Province( below >= 1 )
                then findings.clear( $m, Alarm ); end
                """.replace("\n", "\r\n"));
        assertThat(test(rule, 0, 0)).extracting("right").isEqualTo(new Constant(BigDecimal.ZERO, "0"));
        assertThat(rule.action()).isEqualTo(new Rule.Clear(0, "Alarm"));
        assertThat(rule.place()).isEqualTo(at(2, 6));
        assertThat(rule.conditions().get(0).place()).isEqualTo(at(3, 23));
    }
}
