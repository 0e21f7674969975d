package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.spi.Tool;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ExplainToolTest extends AbstractToolTest {

    private static final String[] CAR = {
        "explain",
        "--folder",
        "northland",
        "--given",
        "Vehicle/v category=M1 fuel=petrol euro=1 place=mill",
        "--given",
        "Municipality/mill province=pa",
        "--given",
        "Province/pa Level=first",
        "--may",
        "circulate",
        "--at",
        "2026-01-18T10:00"
    };

    private static final String[] LEVEL = {
        "explain",
        "--folder",
        "northland",
        "--level",
        "xx.northland.smoke/Level",
        "--twin",
        "Province/pa",
        "--on",
        "2026-01-16"
    };

    private static final String CASE = "northland/smoke-rules/cases/1-level-on.yaml";

    @Test
    void theTextSaysWhyAndWhatFlips() {
        assertThat(run(CAR)).as(err.toString()).isEqualTo(Tool.OK);
        assertThat(lines().get(0)).isEqualTo("FORBIDDEN case:Vehicle.v circulate at 2026-01-18T10:00+01:00");
        assertThat(lines())
                .contains(
                        "  flips to ALLOWED: case:Vehicle.v euro 2 (now 1)",
                        "  flips to ALLOWED: until 2026-01-18T07:29:59+01:00",
                        "  flips to ALLOWED: from 2026-01-18T19:30+01:00");
    }

    @Test
    void aLevelSaysItsRunsAndWhichNextValuesChangeIt() {
        assertThat(run(with(LEVEL, CASE))).as(err.toString()).isEqualTo(Tool.OK);
        assertThat(lines())
                .contains(
                        "first case:Province.pa Level on 2026-01-16",
                        "  pm10 58 ug/m3 on 2026-01-14, limit 50 ug/m3, over: day 2 of 2",
                        "  would be none with: case:Province.pa pm10 of 2026-01-14 50 ug/m3 (now 58 ug/m3, 50.1 ug/m3"
                                + " changes nothing)");
    }

    @Test
    void theDayBeforeOneMoreValueRaisesIt() {
        String[] before = LEVEL.clone();
        before[before.length - 1] = "2026-01-15";

        assertThat(run(with(before, CASE))).isEqualTo(Tool.OK);
        assertThat(lines())
                .contains("  flips at pm10 50.1 ug/m3 on 2026-01-14: first from 2026-01-16 (50 ug/m3 changes nothing)");
    }

    @Test
    void jsonHoldsTheSameAsData() throws Exception {
        assertThat(run(with(CAR, "--format", "json"))).isEqualTo(Tool.OK);

        JsonNode root = new ObjectMapper().readTree(out.toString());
        assertThat(root.get("outcome").asText()).isEqualTo("FORBIDDEN");
        assertThat(root.get("why").get(0).get("provision").asText()).isEqualTo("xx.northland.smoke/traffic");
        assertThat(root.get("why").get(0).get("law").get(0).get("source").asText())
                .isNotEmpty();
        assertThat(root.get("flips").findValuesAsText("name")).contains("euro", "Level", "fuel");
        assertThat(root.get("time")).hasSize(2);
    }

    @Test
    void thePictureIsWellFormedEscapedAndNothingOverlaps() throws Exception {
        northland.changed("regulation.yaml", "Vehicles stopped", "Vehicles <b>stopped</b>");
        assertThat(run(with(CAR, "--format", "svg"))).isEqualTo(Tool.OK);

        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())));
        assertThat(out.toString()).contains("Vehicles &lt;b&gt;stopped&lt;/b&gt;", "prefers-color-scheme:dark");
        assertThat(svg.getElementsByTagName("b").getLength()).isZero();
        NodeList boxes = svg.getElementsByTagName("rect");
        assertThat(boxes.getLength()).isGreaterThan(8);
        for (int one = 0; one < boxes.getLength(); one++) {
            for (int other = one + 1; other < boxes.getLength(); other++) {
                assertThat(overlap((Element) boxes.item(one), (Element) boxes.item(other)))
                        .as("%s and %s", one, other)
                        .isFalse();
            }
        }
    }

    private static boolean overlap(Element one, Element other) {
        return of(one, "x") < of(other, "x") + of(other, "width")
                && of(other, "x") < of(one, "x") + of(one, "width")
                && of(one, "y") < of(other, "y") + of(other, "height")
                && of(other, "y") < of(one, "y") + of(one, "height");
    }

    private static int of(Element box, String attribute) {
        return Integer.parseInt(box.getAttribute(attribute));
    }

    @Test
    void theGraphQuotesEverything() {
        northland.changed("regulation.yaml", "Vehicles stopped", "Vehicles \"stopped\\n\"");
        assertThat(run(with(CAR, "--format", "dot"))).isEqualTo(Tool.OK);

        assertThat(out.toString())
                .startsWith("digraph explanation {")
                .contains("label=\"Vehicles \\\"stopped\\\\n\\\"\\l", "style=dashed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "xx", "../en"})
    void aCitizenIsToldInWordsThatSomeJarBringsOrInEnglish(String language) {
        assertThat(run(with(CAR, "--format", "citizen", "--language", language)))
                .isEqualTo(Tool.OK);

        assertThat(out.toString())
                .startsWith("No: not allowed on 18 January 2026 at 10:00.")
                .contains("Euro class 1", "With Euro class 2: allowed.")
                .doesNotContain("{");
        assertThat(out.toString().split("\\s+")).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void aCitizenIsToldOfALevelToo() {
        assertThat(run(with(LEVEL, "--format", "citizen", CASE))).isEqualTo(Tool.OK);

        assertThat(out.toString())
                .startsWith("Level first on 16 January 2026. It holds since 16 January 2026.")
                .contains("Part of this law was not verified.");
    }

    @Test
    void whatIsMissingOrMisspeltIsSaid() {
        assertThat(run(with(CAR, "--format", "pdf"))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`pdf` is no format", "citizen");

        assertThat(run("explain", "--level", "xx.northland.smoke/Level", "--on", "soon", CASE))
                .isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`soon` is not a day");

        String[] other = LEVEL.clone();
        other[6] = "Province/pb";
        assertThat(run(with(other, CASE))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`Province/pb` is not among what is given", "Maybe `Province/pa`");

        other[6] = "Province/pa";
        other[4] = "Level";
        assertThat(run(with(other, CASE))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`Level` names no level");

        other[4] = "xx.northland.smoke/Levle";
        assertThat(run(with(other, CASE))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R320", "`Levle`");
    }
}
