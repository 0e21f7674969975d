package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.bundle.RegulationBundle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample of the README: what stands of every car follows what changes. */
class StandingSampleTest {

    @Test
    void aBanAppearsAndGoes() {
        AssetTypes types = AssetTypes.builtIn();
        Twin province = types.twin("it.province:Monza", "Province").withAll("region=it:Lombardia");
        List<String> changes = new ArrayList<>();
        // tag::standing[]
        StandingFindings standing = StandingFindings.of(
                RegulationBundle.classpath().regulations(),
                types,
                CivilCalendar.italy(),
                Instant.parse("2026-01-20T09:00:00Z"));
        standing.put(types.twin("it:Lombardia", "Region").withAll("code=IT-25"));
        standing.put(province);
        standing.put(types.twin("it:Monza", "Municipality")
                .withAll("province=it.province:Monza population=122000 volunteer=false"));
        int car = standing.put(types.twin("demo:car", "Vehicle")
                .withAll("place=it:Monza category=M1 fuel=diesel euro=4 service=private kilometreScheme=false"));
        standing.level("it.lombardia.antismog", "Level", province.id(), "first");
        standing.step((twin, before, now) -> changes.add(now.provision() + " " + now.rulings()));
        standing.set(car, standing.column("Vehicle", "fuel"), new Value.Term("electric"));
        standing.step((twin, before, now) -> changes.add(now.provision() + " " + now.rulings()));
        // end::standing[]
        assertThat(changes)
                .filteredOn(change -> change.startsWith("it.lombardia.antismog/traffic"))
                .hasSize(2)
                .last()
                .isEqualTo("it.lombardia.antismog/traffic []");
        assertThat(changes.stream().filter(change -> change.contains("Ban[act=circulate]")))
                .isNotEmpty();
    }
}
