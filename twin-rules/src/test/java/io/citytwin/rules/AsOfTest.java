package io.citytwin.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.citytwin.core.error.CityTwinException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTest {

    @Test
    void readsAMomentWithItsOffset() {
        assertThat(AsOf.at("2026-01-18T10:00+01:00")).isEqualTo(AsOf.at(Instant.parse("2026-01-18T09:00:00Z")));
    }

    // Without an offset the moment would depend on the machine.
    @ParameterizedTest
    @ValueSource(strings = {"2026-01-18T10:00", "2026-02-30T10:00+01:00", "tomorrow", ""})
    void refusesWhatIsNoMoment(String text) {
        assertThatExceptionOfType(CityTwinException.class)
                .isThrownBy(() -> AsOf.at(text))
                .withMessageContaining("R302 `" + text + "`");
    }
}
