package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of what lifts a ban, where the lift alone, or the order of two provisions, tells nothing. */
class ProofOfLiftsTest {

    private static final String HEADER = """
            id: xx.town
            title: {en: Rules of a town}
            jurisdiction: XX
            authority: Nobody
            rank: state
            verified: 2026-01-01
            sources: {act: {act: Act 1, dated: 2020-01-01}}
            provisions:
              stop: {since: 2020-01-01, source: act, title: {en: Stop}}
              halt: {since: 2020-01-01, source: act, title: {en: Halt}}
              days: {since: 2020-01-01, source: act, title: {en: Days}}
              pass: {since: 2020-01-01, source: act, title: {en: Pass}}
            """;
    private static final String PARAMETERS = """
            hours: {unit: hours, values: [{from: 2020-01-01, value: "Mon-Fri 08:00-18:00", source: act, confidence: VERIFIED/A}]}
            most: {unit: days, values: [{from: 2020-01-06, value: 5, source: act, confidence: VERIFIED/A}]}
            """;
    private static final String STATE = "counters: {used: {of: Vehicle, per: holder, counts: days, starts: 10-01}}\n";
    private static final String RULES = """
            rule "stop"
            when
              Law( hours )
              $v : Vehicle( fuel == Fuel.diesel )
            then
              findings.forbid( $v, Act.circulate );
            end

            rule "halt"
            when
              Law( hours )
              $v : Vehicle( fuel == Fuel.petrol )
            then
              findings.forbid( $v, Act.circulate );
            end

            rule "days" @lifts(stop) @spends(used)
            when
              Law( $most : most )
              Municipality( $town : id )
              $v : Vehicle( place == $town, home == $town, used <= $most )
            then
              findings.lift( $v, Act.circulate );
            end

            rule "pass" @lifts(halt)
            when
              $v : Vehicle( registered == true )
            then
              findings.lift( $v, Act.circulate );
            end
            """;

    @TempDir
    private Path temp;

    private int folders;

    private Law law(String header, String parameters, String rules) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("town-" + ++folders));
        Files.writeString(folder.resolve("regulation.yaml"), header);
        Files.writeString(folder.resolve("parameters.yaml"), parameters);
        Files.writeString(folder.resolve("state.yaml"), STATE);
        Files.writeString(folder.resolve("rules.drl"), rules);
        RegulationBundle bundle = RegulationBundle.directory(folder);
        assertThat(bundle.report().errors()).as(bundle.report().text()).isEmpty();
        return new Law(bundle.regulations());
    }

    private Proof changed(String text, String now) throws IOException {
        return compare(RULES, RULES.replace(text, now));
    }

    private Proof compare(String one, String other) throws IOException {
        return compare(law(HEADER, PARAMETERS, one), law(HEADER, PARAMETERS, other));
    }

    private static Proof compare(Law one, Law other) {
        return new Equivalence(one, AssetTypes.builtIn(), CivilCalendar.italy(), 5_000).compare(other);
    }

    @Test
    void twoRelationsMayLeadToOneTwin() throws IOException {
        assertThat(changed("home == $town,", "home == $town, home != $town,")).isInstanceOf(Proof.Different.class);
        assertThat(changed("home == $town,", "home != $town,")).isInstanceOf(Proof.Different.class);
        assertThat(changed("place == $town, home == $town,", "home == $town, place == $town,"))
                .isInstanceOf(Proof.Same.class);
    }

    @Test
    void aTwinThatLeadsOnToOthersStaysOpen() throws IOException {
        String further = RULES.replace("Municipality( $town : id )", """
                Province( $province : id )
                  Municipality( $town : id, province == $province )""");
        String changed = further.replace("home == $town,", "home != $town,");

        assertThat(compare(further, changed)).isInstanceOf(Proof.Open.class);
    }

    @Test
    void aLiftMeansNothingWhileNothingIsForbidden() throws IOException {
        assertThat(changed("Law( $most : most )", "Law( hours, $most : most )")).isInstanceOf(Proof.Same.class);
        String always = RULES.replace("  Law( hours )\n", "");
        assertThat(compare(always, always.replace("Law( $most : most )", "Law( hours, $most : most )")))
                .isInstanceOf(Proof.Different.class);
    }

    /** 4 and 5 January 2020 were a Saturday and a Sunday. */
    @Test
    void aLiftMayBeginWheneverNothingIsForbidden() throws IOException {
        Law before = law(HEADER, PARAMETERS, RULES);
        Law onSunday = law(HEADER, PARAMETERS.replace("2020-01-06", "2020-01-05"), RULES);
        Law onFriday = law(HEADER, PARAMETERS.replace("2020-01-06", "2020-01-03"), RULES);

        assertThat(compare(before, onSunday)).isInstanceOf(Proof.Same.class);
        assertThat(compare(before, onFriday)).isInstanceOf(Proof.Different.class);
    }

    /** 1 January 2020 was a Wednesday. */
    @Test
    void theOrderOfBansAndOfLiftsThatUseSomethingUpDecidesNothing() throws IOException {
        Law before = law(HEADER, PARAMETERS, RULES);
        String later = HEADER.replace("days: {since: 2020-01-01", "days: {since: 2020-01-02");
        String without = RULES.replace(" @spends(used)", "");

        // Before 6 January nobody may have days.
        assertThat(compare(before, law(later, PARAMETERS, RULES))).isInstanceOf(Proof.Same.class);
        // Each lifts another ban.
        assertThat(compare(law(HEADER, PARAMETERS, without), law(later, PARAMETERS, without)))
                .isInstanceOf(Proof.Same.class);
        String sameBan = without.replace("@lifts(halt)", "@lifts(stop, halt)");
        assertThat(compare(law(HEADER, PARAMETERS, sameBan), law(later, PARAMETERS, sameBan)))
                .as("days goes before pass, first by its name and then by its day")
                .isInstanceOf(Proof.Same.class);
        String earlier = HEADER.replace("days: {since: 2020-01-01", "days: {since: 2019-12-31");
        assertThat(compare(law(HEADER, PARAMETERS, sameBan), law(earlier, PARAMETERS, sameBan)))
                .isInstanceOf(Proof.Open.class);
        assertThat(compare(
                        before,
                        law(HEADER.replace("stop: {since: 2020-01-01", "stop: {since: 2020-01-02"), PARAMETERS, RULES)))
                .isInstanceOf(Proof.Different.class);
    }
}
