package io.citytwin.rules.directive;

import static io.citytwin.rules.directive.Workshop.LEAST;
import static io.citytwin.rules.directive.Workshop.MOST;
import static io.citytwin.rules.directive.Workshop.SPEED;
import static io.citytwin.rules.directive.Workshop.STATE;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person takes an actuator until a moment, and nothing but a floor goes before that. */
class OverrideTest {

    private final RegulationEngine engine = Workshop.engine();
    private final RegulationGovernor governor = RegulationGovernor.of(engine);

    @AfterEach
    void close() {
        governor.close();
        engine.close();
    }

    private List<Directive> after(int minutes, Input... inputs) {
        for (Input input : inputs) {
            governor.accept(input);
        }
        return governor.step(minute(minutes));
    }

    @Test
    void twoRegulationsThatWantOppositeValuesGiveOneWinnerAndOneEntry() {
        List<Directive> asked =
                after(0, Workshop.fan("fan", "asks=true wanted=90 stateAsks=true stateWants=10", minute(0)));
        assertThat(asked).singleElement().satisfies(directive -> {
            assertThat(directive.value()).isEqualTo(percent(10));
            assertThat(directive.cause().provision()).isEqualTo(STATE);
        });
        Ledger.Entry entry = governor.ledger().of(WANTED).get(0);
        assertThat(governor.ledger().entries()).containsExactly(entry);
        Award award = entry.award().orElseThrow();
        assertThat(award.winner().authority()).contains(new Claim.Authority("State of Examples", 5));
        assertThat(award.losers()).singleElement().satisfies(loser -> {
            assertThat(loser.reason()).isEqualTo(Award.Reason.LOWER_RANK);
            assertThat(loser.claim().value()).isEqualTo(percent(90));
            assertThat(loser.claim().reason()).isEqualTo("The town wants this speed.");
        });
    }

    @Test
    void anOverrideWinsAtOnceIsLoggedAndEndsAtItsEnd() {
        after(0, Workshop.fan("fan", "stateAsks=true stateWants=10 limited=true most=20", minute(0)));
        List<Directive> taken = after(1, Workshop.override(SPEED, percent(95), minute(30), minute(1)));
        assertThat(taken).singleElement().satisfies(directive -> {
            assertThat(directive.value()).isEqualTo(percent(95));
            assertThat(directive.cause().provision()).isEqualTo(Claim.PERSON);
            assertThat(directive.cause().reason()).isEqualTo("Smoke in the workshop.");
        });
        assertThat(governor.step(minute(30).minusMillis(1))).isEmpty();
        assertThat(governor.step(minute(30)))
                .singleElement()
                .returns(percent(10), Directive::value)
                .returns(STATE, directive -> directive.cause().provision());
        List<Ledger.Entry> log = governor.ledger().of(SPEED);
        assertThat(log).extracting(Ledger.Entry::at).containsExactly(minute(0), minute(1), minute(30));
        Award award = log.get(1).award().orElseThrow();
        assertThat(award.winner().person()).contains("Officer 7");
        assertThat(award.losers())
                .extracting(Award.Loser::reason)
                .containsExactly(Award.Reason.OVERRIDDEN, Award.Reason.OVERRIDDEN);
        assertThat(award.exceeded()).extracting(Claim::provision).containsExactly(MOST);
    }

    /** However long the steps are, the end of the first one that reaches the override's end lets go. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 15, 45})
    void itEndsAtTheFirstStepThatReachesItsEnd(int step) {
        after(0, Workshop.fan("fan", "", minute(0)));
        after(0, Workshop.override(SPEED, percent(95), minute(30), minute(0)));
        int at = 0;
        List<Directive> asked = List.of();
        while (asked.isEmpty()) {
            at += step;
            asked = governor.step(minute(at));
        }
        assertThat(at).isEqualTo((30 + step - 1) / step * step);
        assertThat(asked).singleElement().satisfies(directive -> {
            assertThat(directive.kind()).isEqualTo(Kind.REVERT);
            assertThat(directive.value()).isEqualTo(percent(40));
            assertThat(directive.cause().provision()).isEqualTo(Claim.PERSON);
        });
        assertThat(governor.ledger().entries().get(1).award()).isEmpty();
    }

    @Test
    void theLastOfSeveralCountsAndNoneComesBack() {
        after(0, Workshop.fan("fan", "", minute(0)));
        after(1, Workshop.override(SPEED, percent(95), minute(60), minute(1)));
        assertThat(after(2, Workshop.override(SPEED, percent(20), minute(10), minute(2))))
                .extracting(Directive::value)
                .containsExactly(percent(20));
        assertThat(governor.step(minute(10))).extracting(Directive::kind).containsExactly(Kind.REVERT);
        assertThat(governor.step(minute(59))).isEmpty();
    }

    @Test
    void noValueLetsGoAtOnce() {
        after(0, Workshop.fan("fan", "", minute(0)));
        after(1, Workshop.override(SPEED, percent(95), minute(60), minute(1)));
        assertThat(after(2, Workshop.letGo(SPEED, minute(2))))
                .extracting(Directive::kind)
                .containsExactly(Kind.REVERT);
        assertThat(after(3, Workshop.letGo(SPEED, minute(3)))).isEmpty();
    }

    @Test
    void theSameValueOfAnotherPersonIsLoggedAsAnotherCause() {
        after(0, Workshop.fan("fan", "", minute(0)));
        Input first = Workshop.override(SPEED, percent(95), minute(60), minute(1));
        assertThat(after(1, first)).hasSize(1);
        assertThat(after(2, Workshop.override(SPEED, percent(95), minute(61), minute(2))))
                .isEmpty();
        Input other = new Input.Overridden(
                SPEED.twin(),
                SPEED.property(),
                Optional.of(percent(95)),
                "Officer 8",
                "Smoke in the workshop.",
                minute(62),
                minute(3));
        assertThat(after(3, other)).hasSize(1);
    }

    @Test
    void aFloorHoldsEvenThen() {
        after(0, Workshop.fan("fan", "kept=true least=15", minute(0)));
        assertThat(after(1, Workshop.override(SPEED, percent(5), minute(30), minute(1))))
                .extracting(Directive::value)
                .containsExactly(percent(15));
        Award award = governor.ledger().of(LEAST).get(0).award().orElseThrow();
        assertThat(award.winner().value()).isEqualTo(percent(5));
        assertThat(award.raisedBy().orElseThrow().provision()).isEqualTo(LEAST);
    }

    private static Input.Overridden said(TwinId twin, String property, Value value) {
        return new Input.Overridden(twin, property, Optional.of(value), "Officer 7", "Smoke.", minute(30), minute(1));
    }

    static List<Arguments> mistakes() {
        Input.Overridden good = said(SPEED.twin(), "speed", percent(95));
        return List.of(
                Arguments.of("R304", "`xx:nobody`", said(TwinId.of("xx:nobody"), "speed", percent(95))),
                Arguments.of("R304", "`wanted`", said(SPEED.twin(), "wanted", percent(95))),
                Arguments.of("R304", "`smell`", said(SPEED.twin(), "smell", percent(95))),
                Arguments.of("C102", "`kW`", said(SPEED.twin(), "speed", Quantity.of(95, Unit.KILOWATT))),
                Arguments.of("C105", "`true`", said(SPEED.twin(), "speed", new Value.Flag(true))),
                Arguments.of("R304", "a person", with(good, " ", "Smoke.", minute(30))),
                Arguments.of("R304", "a reason", with(good, "Officer 7", "", minute(30))),
                Arguments.of("C108", "ends at", with(good, "Officer 7", "Smoke.", minute(1))));
    }

    private static Input with(Input.Overridden said, String by, String reason, Instant until) {
        return new Input.Overridden(said.twin(), said.property(), said.value(), by, reason, until, said.receivedAt());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatMakesNoSenseIsRefusedAndChangesNothing(String code, String says, Input wrong) {
        after(0, Workshop.fan("fan", "", minute(0)));
        assertThatThrownBy(() -> governor.accept(wrong))
                .hasMessageContaining(code)
                .hasMessageContaining(says);
        assertThat(governor.step(minute(2))).isEmpty();
        assertThat(governor.ledger().entries()).isEmpty();
        assertThat(after(3, Workshop.override(SPEED, percent(95), minute(30), minute(3))))
                .hasSize(1);
    }
}
