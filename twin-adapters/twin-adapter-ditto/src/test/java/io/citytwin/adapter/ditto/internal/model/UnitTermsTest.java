package io.citytwin.adapter.ditto.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Unit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UnitTermsTest {

    @Test
    void everyUnitHasATermOfItsOwn() {
        assertThat(Arrays.stream(Unit.values()).map(UnitTerms::of))
                .hasSize(Unit.values().length)
                .doesNotHaveDuplicates()
                .allMatch(term -> term.matches("(unit:[A-Z][A-Za-z0-9_-]*|citytwin:[A-Z][A-Za-z]+)"));
    }

    // Looked up in QUDT 3: they are not there. Degree-days, t/MWh and EUR/h were not looked up.
    @Test
    void fewUnitsAreOurOwn() {
        assertThat(Arrays.stream(Unit.values())
                        .filter(unit -> UnitTerms.of(unit).startsWith("citytwin:")))
                .containsExactly(
                        Unit.DEGREE_DAYS,
                        Unit.KILOGRAM_PER_KILOWATT_HOUR,
                        Unit.TONNE_PER_MEGAWATT_HOUR,
                        Unit.EURO_PER_HOUR,
                        Unit.STARS,
                        Unit.INHABITANTS);
    }
}
