package io.citytwin.rules.directive;

import static io.citytwin.rules.directive.Workshop.SPEED;
import static io.citytwin.rules.directive.Workshop.WANTED;
import static io.citytwin.rules.directive.Workshop.minute;
import static io.citytwin.rules.directive.Workshop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Directive.Kind;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.Ledger.Hold;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fan is left alone for ten minutes after each change, and is not asked for less than five percent. */
class CalmTest {

    private final RegulationEngine engine = Workshop.engine();
    private final RegulationGovernor governor = RegulationGovernor.of(engine);

    @AfterEach
    void close() {
        governor.close();
        engine.close();
    }

    private List<Value> says(String claims, Instant at) {
        governor.accept(Workshop.fan("fan", claims, at));
        return values(at);
    }

    private List<Value> values(Instant at) {
        return governor.step(at).stream().map(Directive::value).toList();
    }

    private List<Hold> holds() {
        return governor.ledger().entries().stream()
                .flatMap(entry -> entry.hold().stream())
                .toList();
    }

    @Test
    void aChangeWaitsUntilTheDeviceWasLeftAloneLongEnough() {
        assertThat(says("asks=true wanted=90", minute(0))).containsExactly(percent(90));
        assertThat(says("asks=true wanted=60", minute(3))).isEmpty();
        assertThat(values(minute(10).minusNanos(1))).isEmpty();
        assertThat(values(minute(10))).containsExactly(percent(60));
        assertThat(holds()).containsExactly(new Hold(Hold.Cause.CALM, Optional.of(minute(10))));
        Ledger.Entry held = governor.ledger().of(SPEED).get(1);
        assertThat(held.award().orElseThrow().value()).isEqualTo(percent(60));
        assertThat(held.directive()).isEmpty();
    }

    @Test
    void aChangeAfterTheCalmIsAskedAtOnce() {
        says("asks=true wanted=90", minute(0));
        assertThat(says("asks=true wanted=60", minute(10))).containsExactly(percent(60));
        assertThat(holds()).isEmpty();
    }

    @Test
    void whatIsRightThenIsAskedAndNothingIfItIsAgainWhatWasAsked() {
        says("asks=true wanted=90", minute(0));
        says("asks=true wanted=60", minute(3));
        says("asks=true wanted=70", minute(5));
        assertThat(values(minute(12))).containsExactly(percent(70));
        says("asks=true wanted=30", minute(13));
        says("asks=true wanted=70", minute(14));
        assertThat(values(minute(22))).isEmpty();
        assertThat(values(minute(40))).isEmpty();
    }

    @Test
    void theReturnToRestWaitsTooAndReachesTheRestingValueHoweverNear() {
        says("asks=true wanted=41", minute(0));
        assertThat(says("", minute(3))).isEmpty();
        assertThat(governor.step(minute(10)))
                .singleElement()
                .returns(Kind.REVERT, Directive::kind)
                .returns(percent(40), Directive::value);
    }

    @Test
    void aSmallDifferenceIsNotAskedAndAddsUp() {
        says("asks=true wanted=60", minute(0));
        assertThat(says("asks=true wanted=64", minute(20))).isEmpty();
        assertThat(holds()).containsExactly(new Hold(Hold.Cause.BAND, Optional.empty()));
        assertThat(says("asks=true wanted=56", minute(21))).isEmpty();
        assertThat(says("asks=true wanted=65", minute(22))).containsExactly(percent(65));
        assertThat(values(minute(60))).isEmpty();
    }

    @Test
    void theBandDoesNotHoldBackWhatALimitOrAFloorDemands() {
        says("asks=true wanted=60", minute(0));
        assertThat(says("asks=true wanted=60 limited=true most=58", minute(20))).containsExactly(percent(58));
        assertThat(says("asks=true wanted=60 limited=true most=59", minute(40))).isEmpty();
        assertThat(says("asks=true wanted=58 kept=true least=59", minute(41))).containsExactly(percent(59));
    }

    @Test
    void aFloorDoesNotWait() {
        says("asks=true wanted=60", minute(0));
        assertThat(says("asks=true wanted=60 kept=true least=60", minute(1))).isEmpty();
        assertThat(says("asks=true wanted=60 kept=true least=61", minute(2))).containsExactly(percent(61));
        assertThat(says("asks=true wanted=60 limited=true most=30", minute(3))).isEmpty();
        assertThat(values(minute(12))).containsExactly(percent(30));
    }

    /** The claim ends and a floor comes that the resting value keeps, but not what was asked last. */
    @Test
    void aFloorThatRestKeepsBringsTheDeviceToRestAtOnce() {
        says("asks=true wanted=10", minute(0));
        assertThat(says("kept=true least=30", minute(1))).containsExactly(percent(40));
    }

    @Test
    void anOverrideNeitherWaitsNorIsTooSmallAndItsEndIsNeither() {
        says("asks=true wanted=60", minute(0));
        governor.accept(Workshop.override(SPEED, percent(61), minute(3), minute(1)));
        assertThat(values(minute(1))).containsExactly(percent(61));
        assertThat(values(minute(3))).containsExactly(percent(60));
        assertThat(holds()).isEmpty();
    }

    @Test
    void whatIsHeldBackDidNotHold() {
        says("asks=true wanted=90", minute(0));
        says("asks=true wanted=60", minute(3));
        values(minute(10));
        Ledger ledger = governor.ledger();
        assertThat(ledger.at(SPEED, minute(0).minusNanos(1))).isEmpty();
        assertThat(ledger.at(SPEED, minute(0))).contains(ledger.entries().get(0));
        assertThat(ledger.at(SPEED, minute(10).minusNanos(1)))
                .contains(ledger.entries().get(0));
        assertThat(ledger.at(SPEED, minute(10))).contains(ledger.entries().get(2));
        assertThat(ledger.at(Workshop.BUDGET, minute(10))).isEmpty();
        assertThat(ledger.between(minute(0), minute(10))).hasSize(2);
        assertThat(ledger.between(minute(3), minute(10).plusNanos(1))).hasSize(2);
        assertThat(ledger.of(WANTED)).hasSize(3);
    }
}
