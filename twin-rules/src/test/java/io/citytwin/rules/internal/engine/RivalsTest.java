package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When it matters that another provision came first, and to which twin a relation leads. */
class RivalsTest {

    private static final String BANS = """
            rule "first"
            when
              $c : Crate( wet == true )
            then
              findings.forbid( $c, Act.move );
            end
            rule "second"
            when
              $c : Crate( cold == true )
            then
              findings.forbid( $c, Act.move );
            end
            """;
    private static final String LIFT = """
            rule "%s" @lifts(%s)
            when
              $c : Crate( %s == true )
            then
              findings.lift( $c, Act.move );
            end
            """;
    private static final String HOME = """
            rule "home"
            when
              Zone( $zone : id )
              Gate( $gate : id, zone == $zone )
              $v : Vehicle( gate == $gate, homeZone %s $zone, category == VehicleCategory.M1 )
            then
              findings.forbid( $v, Act.enter );
            end
            """;

    @TempDir
    private Path temp;

    private static Proof compare(Regulation one, Regulation other) {
        return new Equivalence(new Law(List.of(one)), Store.TYPES, CivilCalendar.italy(), 5_000)
                .compare(new Law(List.of(other)));
    }

    /** The same, one provision of which came into force a day earlier, before any law that it reads. */
    private static Regulation earlier(Regulation one, String name) {
        SortedMap<String, Provision> provisions = new TreeMap<>(one.provisions());
        provisions.computeIfPresent(
                name,
                (key, was) -> new Provision(
                        was.regulation(),
                        was.name(),
                        was.since().minusDays(1),
                        was.lastDay(),
                        was.source(),
                        was.title(),
                        was.says(),
                        was.confidence(),
                        was.conflict(),
                        was.priority(),
                        was.place()));
        return new Regulation(
                one.id(),
                one.title(),
                one.jurisdiction(),
                one.authority(),
                one.rank(),
                one.verified(),
                one.sources(),
                one.uses(),
                provisions,
                one.parameters(),
                one.state(),
                one.rules(),
                one.cases(),
                one.hash());
    }

    private Regulation lawful(String rules) {
        return Store.regulation(temp, rules.replace("when\n", "when\n  Law( strict )\n"));
    }

    @Test
    void bansAddUpWhicheverCameFirst() {
        Regulation bans = lawful(BANS);

        assertThat(compare(bans, earlier(bans, "first"))).isInstanceOf(Proof.Same.class);
        assertThat(compare(bans, earlier(bans, "second"))).isInstanceOf(Proof.Same.class);
    }

    @Test
    void ofTwoLiftsOfTheSameBanTheLaterOneIsNamed() {
        Regulation lifts = lawful(
                BANS + LIFT.formatted("third", "first", "heavy") + LIFT.formatted("third2", "first, second", "tall"));

        assertThat(compare(lifts, earlier(lifts, "third"))).isInstanceOf(Proof.Open.class);
        // It stands behind the other one anyway, by its name.
        assertThat(compare(lifts, earlier(lifts, "third2"))).isInstanceOf(Proof.Same.class);
    }

    @Test
    void liftsOfDifferentBansDoNotMeet() {
        Regulation lifts =
                lawful(BANS + LIFT.formatted("third", "first", "heavy") + LIFT.formatted("third2", "second", "tall"));

        assertThat(compare(lifts, earlier(lifts, "third"))).isInstanceOf(Proof.Same.class);
    }

    @Test
    void aLiftOfWhatCannotBeChangesNothing() {
        String lift = LIFT.formatted("third", "first", "heavy");
        Regulation late = Store.regulation(temp, BANS + lift);
        Regulation soon = earlier(late, "first");

        assertThat(compare(late, earlier(late, "third"))).isInstanceOf(Proof.Same.class);
        assertThat(compare(soon, earlier(soon, "third"))).isInstanceOf(Proof.Different.class);
    }

    @Test
    void aRelationIsTriedWithEachTwinOfItsType() {
        Regulation home = lawful(HOME.formatted("=="));

        assertThat(compare(home, lawful(HOME.formatted("!=")))).isInstanceOf(Proof.Different.class);
        // Any zone, and not only that of the gate.
        assertThat(compare(home, lawful(HOME.formatted("==").replace(", zone == $zone", ""))))
                .isInstanceOf(Proof.Different.class);
        assertThat(compare(
                        home,
                        lawful(HOME.formatted("==") + HOME.formatted("==").replace("\"home\"", "\"home/again\""))))
                .isInstanceOf(Proof.Same.class);
    }
}
