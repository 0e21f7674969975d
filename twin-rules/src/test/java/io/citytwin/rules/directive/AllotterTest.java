package io.citytwin.rules.directive;

import static io.citytwin.rules.directive.Workshop.BUDGET;
import static io.citytwin.rules.directive.Workshop.POWER;
import static io.citytwin.rules.directive.Workshop.SPEED;
import static io.citytwin.rules.directive.Workshop.WANTED;
import static io.citytwin.rules.directive.Workshop.minute;
import static io.citytwin.rules.directive.Workshop.percent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Directive.Kind;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.RegulationEngine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A budget is awarded like an actuator, asked of nobody, and its shares bound the fans of the hall. */
class AllotterTest {

    private final RegulationEngine engine = Workshop.engine();
    private final Equal equal = new Equal();
    private final RegulationGovernor governor =
            RegulationGovernor.builder(engine).allotter(equal).build();

    @AfterEach
    void close() {
        governor.close();
        engine.close();
    }

    /** One percent of speed for each kilowatt, the same for all fans that it was told of. */
    private static final class Equal implements Allotter {

        private final TreeSet<TwinId> fans = new TreeSet<>();
        private final List<Instant> moments = new ArrayList<>();
        private ActuatorId to = SPEED;
        private Unit unit = Unit.PERCENT;
        private ActuatorId from = BUDGET;
        private boolean watching;
        private SortedMap<ActuatorId, Award> given = new TreeMap<>();

        @Override
        public void accept(Input input) {
            if (input instanceof Input.TwinChanged changed
                    && changed.twin().type().name().equals("Fan")) {
                fans.add(changed.twin().id());
            }
        }

        @Override
        public boolean splits(ActuatorId actuator) {
            return actuator.property().equals("budget");
        }

        @Override
        public boolean watches(ActuatorId actuator) {
            return watching && fans.contains(actuator.twin());
        }

        @Override
        public List<Share> split(SortedMap<ActuatorId, Award> awards, Instant moment) {
            moments.add(moment);
            given = awards;
            return awards.containsKey(BUDGET) ? shares(awards.get(BUDGET)) : List.of();
        }

        private List<Share> shares(Award award) {
            return fans.stream()
                    .map(fan -> new Share(
                            fan.equals(SPEED.twin()) ? to : new ActuatorId(fan, "speed"),
                            share(award),
                            from,
                            "An equal part."))
                    .toList();
        }

        private Value share(Award award) {
            BigDecimal all = ((Quantity) award.value()).amount();
            return new Quantity(all.divide(BigDecimal.valueOf(fans.size()), 3, RoundingMode.DOWN), unit);
        }
    }

    private List<Directive> after(int minutes, Input... inputs) {
        for (Input input : inputs) {
            governor.accept(input);
        }
        return governor.step(minute(minutes));
    }

    @Test
    void sharesBoundFansByTheRightOfTheBudgetsWinner() {
        List<Directive> asked = after(
                0,
                Workshop.fan("fan", "asks=true wanted=90", minute(0)),
                Workshop.fan("other", "asks=true wanted=20", minute(0)),
                Workshop.hall("scarce=true available=60", minute(0)));
        assertThat(asked).extracting(Directive::value).containsExactly(percent(30), percent(20));
        assertThat(asked).extracting(directive -> directive.cause().provision()).containsExactly(POWER, WANTED);
        assertThat(asked.get(0).cause().reason()).isEqualTo("An equal part.");
        Ledger.Entry budget = governor.ledger().of(BUDGET).get(0);
        assertThat(budget.directive()).isEmpty();
        assertThat(budget.award().orElseThrow().value()).isEqualTo(Quantity.of(60, Unit.KILOWATT));
        Award fan = governor.ledger().of(SPEED).get(0).award().orElseThrow();
        assertThat(fan.winner().kind()).isEqualTo(Claim.Kind.SHARE);
        assertThat(fan.winner().authority().orElseThrow().name()).isEqualTo("Town of Fans");
        assertThat(fan.losers()).extracting(Award.Loser::reason).containsExactly(Award.Reason.BEYOND_LIMIT);
    }

    /** Who splits must know what a device would take anyway, not what it was left. */
    @Test
    void whatItWatchesIsGivenWithoutShares() {
        equal.watching = true;
        after(
                0,
                Workshop.fan("fan", "asks=true wanted=90", minute(0)),
                Workshop.fan("other", "", minute(0)),
                Workshop.hall("scarce=true available=60", minute(0)));
        assertThat(equal.given).containsOnlyKeys(BUDGET, SPEED);
        assertThat(equal.given.get(SPEED).value()).isEqualTo(percent(90));
        assertThat(after(20, Workshop.override(SPEED, percent(70), minute(40), minute(20))))
                .extracting(Directive::value)
                .containsExactly(percent(70));
        assertThat(equal.given.get(SPEED).value()).isEqualTo(percent(70));
        assertThat(governor.step(minute(40))).extracting(Directive::value).containsExactly(percent(30));
        assertThat(equal.given.get(SPEED).value()).isEqualTo(percent(90));
        after(60, Workshop.fan("fan", "asks=false", minute(60)));
        assertThat(equal.given).containsOnlyKeys(BUDGET);
        equal.from = SPEED;
        assertThatThrownBy(() -> governor.step(minute(80)))
                .hasMessageContaining("R308")
                .hasMessageContaining("awards");
    }

    @Test
    void aSmallerBudgetLowersAndItsEndLetsGo() {
        after(0, Workshop.fan("fan", "asks=true wanted=90", minute(0)));
        after(20, Workshop.hall("scarce=true available=60", minute(20)));
        assertThat(after(40, Workshop.hall("scarce=true available=25", minute(40))))
                .extracting(Directive::value)
                .containsExactly(percent(25));
        assertThat(after(60, Workshop.hall("scarce=false", minute(60))))
                .extracting(Directive::value)
                .containsExactly(percent(90));
        assertThat(governor.ledger().of(BUDGET))
                .extracting(entry -> entry.award().isPresent())
                .containsExactly(true, true, false);
    }

    @Test
    void aShareAloneBoundsRestAndItsEndReverts() {
        after(0, Workshop.fan("fan", "", minute(0)), Workshop.hall("scarce=true available=30", minute(0)));
        assertThat(after(20, Workshop.hall("scarce=false", minute(20))))
                .singleElement()
                .returns(Kind.REVERT, Directive::kind)
                .returns(percent(40), Directive::value);
    }

    @Test
    void aNewcomerMakesAllSharesSmaller() {
        after(0, Workshop.fan("fan", "", minute(0)), Workshop.hall("scarce=true available=30", minute(0)));
        assertThat(after(20, Workshop.fan("other", "", minute(20))))
                .extracting(Directive::value)
                .containsExactly(percent(15), percent(15));
    }

    @Test
    void aBudgetCanBeOverridden() {
        after(0, Workshop.fan("fan", "stateAsks=true stateWants=90", minute(0)));
        assertThat(after(
                        20,
                        Workshop.hall("scarce=false", minute(20)),
                        Workshop.override(BUDGET, Quantity.of(10, Unit.KILOWATT), minute(40), minute(20))))
                .singleElement()
                .returns(percent(10), Directive::value)
                .returns(Claim.PERSON, directive -> directive.cause().provision());
        assertThat(governor.step(minute(40))).extracting(Directive::value).containsExactly(percent(90));
    }

    /** What the engine took before and beside the governor counts as well. */
    @Test
    void itIsToldOfEveryInputAndAskedAtEachStep() {
        engine.accept(Workshop.fan("fan", "", minute(0)));
        engine.accept(Workshop.hall("scarce=true available=30", minute(0)));
        assertThat(governor.step(minute(1))).extracting(Directive::value).containsExactly(percent(30));
        governor.step(minute(2));
        assertThat(equal.moments).containsExactly(minute(1), minute(2));
    }

    @Test
    void aShareThatNoActuatorCanTakeIsRefused() {
        governor.accept(Workshop.fan("fan", "", minute(0)));
        governor.accept(Workshop.hall("scarce=true available=30", minute(0)));
        equal.to = new ActuatorId(SPEED.twin(), "smell");
        assertThatThrownBy(() -> governor.step(minute(0)))
                .hasMessageContaining("R308")
                .hasMessageContaining("smell");
        equal.to = SPEED;
        equal.unit = Unit.KILOWATT;
        assertThatThrownBy(() -> governor.step(minute(0)))
                .hasMessageContaining("R308")
                .hasMessageContaining("kW");
        equal.unit = Unit.PERCENT;
        equal.from = SPEED;
        assertThatThrownBy(() -> governor.step(minute(0)))
                .hasMessageContaining("R308")
                .hasMessageContaining("awards");
        equal.from = BUDGET;
        assertThat(governor.step(minute(0))).extracting(Directive::value).containsExactly(percent(30));
    }
}
