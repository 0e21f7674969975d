package io.citytwin.rules.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurenessTest {

    @ParameterizedTest
    @EnumSource(Confidence.class)
    void lawThatWasNotReadIsOpenHoweverSureItsSourceIs(Confidence read) {
        assertThat(Sureness.of(read, true, false)).isEqualTo(Sureness.OPEN);
        assertThat(Sureness.of(read, true, true)).isEqualTo(Sureness.OPEN);
    }

    @ParameterizedTest
    @EnumSource(Confidence.class)
    void whatIsReadKeepsItsMarkAsLongAsNobodyContradicts(Confidence read) {
        assertThat(Sureness.of(read, false, false).label())
                .isEqualTo(Sureness.valueOf(read.name()).label());
        assertThat(Sureness.of(read, false, false).doubtful()).isEqualTo(read.doubtful());
    }

    @Test
    void whatIsContradictedSaysSoUnlessItWasNeverReadOrIsNoLaw() {
        assertThat(Sureness.of(Confidence.VERIFIED_A, false, true)).isEqualTo(Sureness.CONFLICT);
        assertThat(Sureness.of(Confidence.CHECK, false, true)).isEqualTo(Sureness.CONFLICT);
        assertThat(Sureness.of(Confidence.RECALLED, false, true)).isEqualTo(Sureness.RECALLED);
        assertThat(Sureness.of(Confidence.OWN, false, true)).isEqualTo(Sureness.OWN);
    }
}
