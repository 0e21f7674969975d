package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DittoTargetTest {

    private static final Map<String, String> ALL = Map.of(
            "CITYTWIN_DITTO_URL", "http://localhost:8080",
            "CITYTWIN_DITTO_OPERATOR", "olga:one:two",
            "CITYTWIN_DITTO_INTEGRATOR", "ivo:three",
            "CITYTWIN_DITTO_CITIZEN", "carla:four");

    @Test
    void theEnvironmentNamesADitto() {
        DittoTarget target = DittoTarget.from(ALL).orElseThrow();
        assertThat(target.uri()).isEqualTo(URI.create("http://localhost:8080"));
        // "olga:one:two" in base 64: a password may contain colons.
        assertThat(target.logins().get("operator")).isEqualTo("Basic b2xnYTpvbmU6dHdv");
        assertThat(target.logins()).containsOnlyKeys("operator", "integrator", "citizen");
    }

    @Test
    void anEnvironmentWithoutAUrlNamesNone() {
        assertThat(DittoTarget.from(Map.of())).isEmpty();
        assertThat(DittoTarget.from(Map.of("CITYTWIN_DITTO_URL", " "))).isEmpty();
    }

    @Test
    void aUrlWithoutAllLoginsIsAMistakeAndNoReasonToSkip() {
        assertThatThrownBy(() -> DittoTarget.from(Map.of("CITYTWIN_DITTO_URL", "http://localhost:8080")))
                .hasMessageContaining("CITYTWIN_DITTO_OPERATOR");
    }

    @Test
    void passwordsAreNotPrinted() {
        assertThat(DittoTarget.from(ALL).orElseThrow().toString())
                .contains("http://localhost:8080")
                .doesNotContain("one", "b2xn");
    }
}
