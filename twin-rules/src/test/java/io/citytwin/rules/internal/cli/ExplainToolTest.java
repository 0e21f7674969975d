package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.spi.Tool;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainToolTest extends AbstractToolTest {

    private static final String[] STOPPED = {
        "explain",
        "--folder",
        "northland",
        "--given",
        "Vehicle/v category=M1 fuel=petrol euro=1 place=mill",
        "--given",
        "Municipality/mill province=pa population=50000",
        "--given",
        "Province/pa Level=first",
        "--may",
        "circulate",
        "--at",
        "2026-01-18T10:00"
    };

    @Test
    void saysWhatAloneWouldChangeTheAnswer() {
        assertThat(run(STOPPED)).as(err.toString()).isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("FORBIDDEN").contains("2026-01-18T19:30", "euro");
    }

    @Test
    void tellsMachinesTheSame() throws IOException {
        assertThat(run(with(STOPPED, "--format", "json"))).as(err.toString()).isEqualTo(Tool.OK);
        assertThat(new ObjectMapper().readTree(out.toString()).isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "dot", "citizen"})
    void drawsAndTellsCitizens(String format) {
        assertThat(run(with(STOPPED, "--format", format))).as(err.toString()).isEqualTo(Tool.OK);
        assertThat(out.toString()).isNotBlank();
    }

    @Test
    void aLevelThatNobodyDeclaresIsRefused() {
        assertThat(run(
                        "explain",
                        "--folder",
                        "northland",
                        "--level",
                        "xx.northland.smoke/Nothing",
                        "--twin",
                        "Province/pa",
                        "--on",
                        "2026-01-16",
                        "--given",
                        "Province/pa Level=first"))
                .isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R320", "`Nothing`");
    }
}
