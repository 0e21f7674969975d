package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.LocalDate;
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
    void liftsOfOtherTwinsDoNotMeet() {
        String third = LIFT.formatted("third", "first", "heavy").replace("heavy == true", "colour == Colour.red");
        String other = LIFT.formatted("third2", "first", "tall").replace("tall == true", "colour == Colour.blue");

        Regulation apart = lawful(BANS + third + other);
        Regulation together = lawful(BANS + third + other.replace("blue", "red"));
        assertThat(compare(apart, earlier(apart, "third"))).isInstanceOf(Proof.Same.class);
        assertThat(compare(together, earlier(together, "third"))).isInstanceOf(Proof.Open.class);
    }

    @Test
    void aLiftThatNobodyCanBeSureOfIsNeverNamed() {
        String third = LIFT.formatted("third", "first", "heavy");
        String other = LIFT.formatted("third2", "first", "tall");

        Regulation doubtful = lawful(BANS + third + other.replace("when\n", "when\n  Law( unread )\n"));
        assertThat(compare(doubtful, earlier(doubtful, "third"))).isInstanceOf(Proof.Same.class);
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
    void whatNobodyReadMayBeginLaterWhereItAddsNothing() {
        String first = BANS.substring(0, BANS.indexOf("rule \"second"));
        String more = first.replace("\"first\"", "\"first/more\"").replace("when\n", "when\n  Law( unread )\n");
        LocalDate later = LocalDate.of(2020, 1, 2);
        String nothing = first + more.replace("wet == true", "wet == true, cold == true");
        String something = first + more.replace("wet == true", "cold == true");

        assertThat(compare(Store.regulation(temp, nothing), Store.unreadFrom(temp, nothing, later)))
                .isInstanceOf(Proof.Same.class);
        assertThat(compare(Store.unreadFrom(temp, nothing, later), Store.regulation(temp, nothing)))
                .isInstanceOf(Proof.Same.class);
        assertThat(compare(Store.regulation(temp, something), Store.unreadFrom(temp, something, later)))
                .isInstanceOf(Proof.Open.class);
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
