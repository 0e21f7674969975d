package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.Claim;
import io.citytwin.rules.directive.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LedgerWordsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        String name = "/META-INF/citytwin/ledger_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(LedgerWordsTest.class.getResourceAsStream(name));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties english = words("en");
        Properties italian = words("it");
        assertThat(italian.keySet()).isEqualTo(english.keySet());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(italian.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    private static TreeSet<String> places(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(MatchResult::group).toList());
    }

    @Test
    void anEntryIsToldInItalian() {
        Claim claim = new Claim(
                "it.citta/lampioni",
                "Lampioni di notte",
                Claim.Kind.AT_MOST,
                Quantity.of(30, Unit.PERCENT),
                "Di notte basta meno luce.",
                Optional.of(new Claim.Authority("Comune", 2)),
                Optional.empty());
        Ledger.Entry entry = new Ledger.Entry(
                new ActuatorId(TwinId.of("it:lampione"), "dimming"),
                Instant.parse("2026-01-15T22:00:00Z"),
                Optional.of(new Award(claim, claim.value(), List.of(), Optional.empty())),
                Optional.empty(),
                Optional.empty());
        assertThat(entry.lines("it", CivilCalendar.italy()))
                .containsExactly(
                        "2026-01-15T23:00+01:00 it:lampione/dimming dispone di 30 %, da ripartire; nessun apparecchio"
                                + " riceve richieste",
                        "  lo vuole it.citta/lampioni (Lampioni di notte; Comune, comune): al massimo 30 %",
                        "    \"Di notte basta meno luce.\"");
    }
}
