package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Tool;
import io.citytwin.rules.verify.Northland;
import org.junit.jupiter.api.Test;

class DiffToolTest extends AbstractToolTest {

    private Northland newer() {
        return Northland.copiedTo(directory.resolve("newer"));
    }

    @Test
    void diffOfTheSameLawFindsNothing() {
        newer();
        assertThat(run("diff", "northland", "newer")).isEqualTo(Tool.OK);
        assertThat(out.toString()).isEqualTo("Nothing changed.\n");
    }

    @Test
    void diffTellsWhatChangedInEachFormat() {
        newer().changed("parameters.yaml", "value: 50,", "value: 45,");

        assertThat(run("diff", "northland", "newer")).isEqualTo(Tool.FINDINGS);
        assertThat(lines())
                .containsExactly(
                        "xx.northland.smoke",
                        "  correction, since 2017-10-01: value pm10Limit 50 ug/m3 -> 45 ug/m3"
                                + " (Act 1 of 2017-09-18, VERIFIED/A); read by off, on");
        assertThat(run("diff", "northland", "newer", "--format", "markdown")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).startsWith("- *correction, since 2017-10-01, `xx/northland/smoke`*: ");
        assertThat(run("diff", "northland", "newer", "--format", "json")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("\"kind\" : \"correction\"");
    }

    @Test
    void aSingleFolderIsComparedWhateverItIsCalled() {
        newer().changed("../heating/regulation.yaml", "id: xx.state.heating", "id: my.heating");

        assertThat(run("diff", "northland/heating", "newer/heating")).isEqualTo(Tool.FINDINGS);
        assertThat(lines()).containsExactly("my.heating", "  correction: regulation id xx.state.heating -> my.heating");
    }

    @Test
    void aFolderWithoutThoseThatItUsesIsRefused() {
        assertThat(run("diff", "northland/smoke-rules", "northland")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R305", "heating");
    }

    @Test
    void aFolderWithMistakesIsNotTakenForARemovedOne() {
        newer().changed("state.yaml", "take: mean", "take: meen");

        assertThat(run("diff", "northland", "newer")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R305", "newer/smoke-rules/state.yaml:", "`meen`");
    }

    @Test
    void diffRefusesWhatItCannotUse() {
        assertThat(run("diff", "northland")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C110");
        assertThat(run("diff", "northland", "nowhere")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R303", "`nowhere`");
        assertThat(run("diff", "northland", "northland", "--format", "html")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C110", "`html`");
    }
}
