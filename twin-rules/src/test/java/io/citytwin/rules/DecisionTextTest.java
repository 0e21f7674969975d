package io.citytwin.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.Justification.LawReading;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Validity;
import io.citytwin.rules.regulation.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTextTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final Place PLACE = new Place("regulation.yaml", 1, 1);
    private static final LegalSource ACT =
            new LegalSource("act", "Act 1", Optional.empty(), Optional.empty(), Optional.empty());

    // A user must see what was not verified, wherever it decides something.
    @ParameterizedTest
    @EnumSource(Confidence.class)
    void marksProvisionsAndValuesThatWereNotVerified(Confidence confidence) {
        List<String> lines = decision(confidence).explain("en").lines().toList();
        String mark = confidence.doubtful() ? "; " + confidence.shown() + ")" : ")";
        assertThat(lines).anyMatch(line -> line.endsWith("xx.smog/traffic (Stopped; Act 1" + mark));
        assertThat(lines.get(0)).isEqualTo("FORBIDDEN xx:car circulate at 2026-07-18T10:00+02:00");
        assertThat(lines).anyMatch(line -> line.endsWith("publication not read; Act 1" + mark));
    }

    @Test
    void aHouseRuleSaysThatItIsNoLaw() {
        assertThat(decision(Confidence.OWN).explain("en")).contains("Act 1; OWN: house rule, no law)");
        assertThat(decision(Confidence.OPEN).explain("en"))
                .contains("Act 1; OPEN)")
                .doesNotContain("no law");
    }

    @Test
    void aValueOnWhichSourcesDisagreeSaysSo() {
        assertThat(decision(Confidence.VERIFIED_A, Optional.of("one page has 40"))
                        .explain("en"))
                .contains("publication not read; Act 1; CONFLICT: sources disagree)")
                .contains("(Stopped; Act 1)");
    }

    private static Decision decision(Confidence confidence) {
        return decision(confidence, Optional.empty());
    }

    private static Decision decision(Confidence confidence, Optional<String> conflict) {
        TwinId car = TwinId.of("xx:car");
        Finding finding = new Finding(
                provision(confidence),
                car,
                new Effect.Ban("circulate"),
                new Justification(
                        Optional.empty(), List.of(law(confidence, conflict)), List.of(), List.of(), List.of()));
        return new Decision(
                Question.may(car, "circulate"),
                AsOf.at("2026-07-18T08:00Z"),
                ZoneId.of("Europe/Rome"),
                Decision.Outcome.FORBIDDEN,
                List.of(finding),
                Optional.of(Quantity.of(0, Unit.EURO)),
                List.of(),
                new TreeSet<>(),
                new TreeSet<>(),
                List.of());
    }

    private static Provision provision(Confidence confidence) {
        return new Provision(
                "xx.smog",
                "traffic",
                FIRST,
                Optional.empty(),
                ACT,
                new Wording(new TreeMap<>(java.util.Map.of("en", "Stopped"))),
                Optional.empty(),
                Optional.of(confidence),
                Optional.empty(),
                0,
                PLACE);
    }

    private static LawReading law(Confidence confidence, Optional<String> conflict) {
        DatedValue dated = new DatedValue(
                new LawValue.OfNumber(Quantity.of(50, Unit.MICROGRAM_PER_CUBIC_METRE)),
                new Validity(
                        FIRST,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ACT,
                        confidence,
                        List.of(),
                        Optional.empty(),
                        conflict),
                PLACE);
        return new LawReading("xx.smog", "limit", "50 ug/m3", dated);
    }
}
