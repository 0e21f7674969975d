package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.core.spi.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IndexToolTest extends AbstractToolTest {

    private static final String ZONES = """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {"code": "XX-001-C", "label": "Centre", "owner": "nobody"},
               "geometry": {"type": "Polygon", "coordinates": [[[9.1, 45.4], [9.2, 45.4], [9.2, 45.5], [9.1, 45.4]]]}}
            ]}
            """;

    @Test
    void listsTheFoldersBelowAPath() {
        assertThat(run("index", "northland", "--at", "2026-03-13")).isEqualTo(Tool.OK);
        assertThat(lines())
                .contains("Regulations as of 2026-03-13")
                .anyMatch(line ->
                        line.startsWith("xx.northland.smoke  Smog rules; XX-1; read as of 2026-03-13; in force 4/4; "))
                .contains("    RECALLED  onDays since 2024-10-01 = 2 days [N3]");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theDayDecidesWhatIsPlanned() throws IOException {
        assertThat(run("index", "northland", "--format", "json", "--at", "2024-09-30"))
                .isEqualTo(Tool.OK);
        assertThat(new ObjectMapper().readTree(out.toString()).at("/regulations/1/planned"))
                .hasSize(2);
        assertThat(run("index", "northland", "--format", "json", "--at", "2024-10-01"))
                .isEqualTo(Tool.OK);
        assertThat(new ObjectMapper().readTree(out.toString()).at("/regulations/1/planned"))
                .isEmpty();
    }

    @Test
    void aReportIsWrittenAndOneLineForEachIsPrinted() throws IOException {
        assertThat(run("index", "northland", "--at", "2026-03-13", "--report", "index.html"))
                .isEqualTo(Tool.OK);
        assertThat(lines()).hasSize(5);
        String page = Files.readString(directory.resolve("index.html"));
        assertThat(page).startsWith("<!DOCTYPE html>").contains("xx.northland.smoke");
        assertThat(run("index", "northland", "--at", "2026-03-13", "--format", "html"))
                .isEqualTo(Tool.OK);
        assertThat(out.toString()).isEqualTo(page);
        assertThat(run("index", "northland", "--report", "nowhere/index.html")).isEqualTo(Tool.COULD_NOT_RUN);
    }

    @Test
    void placesComeFromAFileAnInventoryOrTheCall() throws IOException {
        Path city = Files.createDirectories(directory.resolve("city"));
        Files.writeString(directory.resolve("zones.geojson"), ZONES);
        Files.writeString(
                city.resolve("zones.geojson"),
                ZONES.replace("\"owner\": \"nobody\"", "\"id\": \"centre\", \"place\": \"town\""));
        Files.writeString(city.resolve("regions.csv"), "id,code\nregion,XX-1\n");
        Files.writeString(city.resolve("provinces.csv"), "id,region\nprovince,region\n");
        Files.writeString(city.resolve("municipalities.csv"), "id,label,code,province\ntown,Town,XX-001,province\n");

        assertThat(run("index", "northland", "--at", "2026-03-13", "--report", "a.html", "--zones", "zones.geojson"))
                .isEqualTo(Tool.OK);
        assertThat(lines()).contains("Centre: xx.state.heating");
        assertThat(Files.readString(directory.resolve("a.html"))).contains("class=\"zone z0\"", "XX-001-C, XX-001");
        assertThat(run("index", "northland", "--at", "2026-03-13", "--report", "a.html", "--inventory", "city"))
                .isEqualTo(Tool.OK);
        assertThat(lines())
                .contains("Centre: xx.state.heating, xx.northland.smoke", "Town: xx.state.heating, xx.northland.smoke");
        assertThat(run("index", "northland", "--at", "2026-03-13", "--report", "a.html", "--place", "XX-002,XX-1"))
                .isEqualTo(Tool.OK);
        assertThat(lines()).contains("XX-002: xx.state.heating, xx.northland.smoke");
    }

    @Test
    void refusesWhatItCannotUse() throws IOException {
        assertThat(run("index", "northland", "--all")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`northland`");
        assertThat(run("index", "northland", "--format", "svg")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("C110", "`svg`");
        assertThat(run("index", "northland", "--at", "13.3.2026")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("`13.3.2026`");
        assertThat(run("index", "nowhere")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R303", "`nowhere`");
        assertThat(run("index", "northland", "--zones", "none.geojson")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("none.geojson");
        Files.createDirectories(directory.resolve("empty"));
        assertThat(run("index", "northland", "--inventory", "empty")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("empty");
        northland.changed("state.yaml", "take: mean", "take: meen");
        assertThat(run("index", "northland")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R305", "`meen`");
    }
}
