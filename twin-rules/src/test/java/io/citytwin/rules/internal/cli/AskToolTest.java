package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Tool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AskToolTest extends AbstractToolTest {

    private static final String[] ASK = {
        "ask",
        "--folder",
        "northland",
        "--given",
        "Vehicle/v category=M1 fuel=petrol euro=1 place=mill",
        "--given",
        "Municipality/mill province=pa",
        "--given",
        "Province/pa Level=first",
        "--may",
        "circulate"
    };

    @Test
    void askSaysWhy() {
        assertThat(run(with(ASK, "--at", "2026-01-18T10:00"))).isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("FORBIDDEN").contains("Level first: petrol lpg", "Act 2 of 2024-06-24");
    }

    @Test
    void askOutsideTheHoursIsAllowedAndAlsoAnAnswer() {
        assertThat(run(with(ASK, "--at", "2026-01-18T19:30"))).isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("ALLOWED");
    }

    @Test
    void askSeesTheLawAsPublishedByADay() {
        assertThat(run(with(ASK, "--at", "2026-01-18T10:00", "--published", "2024-06-01")))
                .isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("UNKNOWN").contains("Stopped");
    }

    @Test
    void askReadsACaseFileWithAMoment() {
        assertThat(run(
                        "ask",
                        "--folder",
                        "northland",
                        "northland/smoke-rules/cases/5-heating.yaml",
                        "--at",
                        "2026-01-18 10:00"))
                .isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("FORBIDDEN").contains("limit 19 degC");
    }

    @Test
    void askSaysWhatAPassageCosts() {
        String[] passage = {
            "ask",
            "--folder",
            Path.of("src/test/resources/gates").toAbsolutePath().toString(),
            "--given",
            "Vehicle/v category=M1 fuel=diesel euro=6 length=4 homeZone=outer holder=anna service=private",
            "--given",
            "Gate/g zone=inner reserved=false",
            "--given",
            "Zone/inner code=XX-1-M-I",
            "--given",
            "Zone/outer code=XX-1-M-O",
            "--through",
            "Gate/g",
            "--regulation",
            "xx.northland.inner"
        };
        assertThat(run(with(passage, "--at", "2025-11-11T10:00"))).isEqualTo(Tool.OK);
        assertThat(out.toString())
                .startsWith("ALLOWED case:Vehicle.v through case:Gate.g")
                .contains("fee 7.5 EUR", "spends xx.northland.inner/tickets", "Act 2 of 2023-09-01");
    }

    @Test
    void askSaysWhatIsMissingOrMisspelt() {
        assertThat(run(ASK)).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(run(with(ASK, "--at", "18.1.2026"))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(run(
                        "ask",
                        "--folder",
                        "northland",
                        "--given",
                        "Vehicle/v feul=petrol",
                        "--may",
                        "enter",
                        "--at",
                        "2026-01-18T10:00"))
                .isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("--given:1:11", "`feul`", "`fuel`");
        assertThat(out.toString()).isEmpty();
    }
}
