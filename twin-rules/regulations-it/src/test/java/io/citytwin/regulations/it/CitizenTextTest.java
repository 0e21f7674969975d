package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Value;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Unmet;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.Turn;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a citizen reads: for every case with an answer, in both languages. */
class CitizenTextTest {

    /** As programs write names; units are no such names. */
    private static final Pattern PROGRAM_NAME = Pattern.compile("\\b(?!(?:kWh?|dB)\\b)\\p{Ll}+\\p{Lu}\\w*");

    @Test
    void isShortAndPlainAndHoldsTheValueAndTheDateThatItHingesOn() {
        Map<String, Properties> languages = Map.of("en", phrases("en"), "it", phrases("it"));
        int[] told = {0};
        Set<String> unnamed = new TreeSet<>();
        for (Regulation regulation : ProvedCases.BUNDLE.regulations()) {
            ProvedCases.of(regulation.id()).told().forEach(one -> {
                told[0]++;
                languages.forEach((language, phrases) -> check(one.title(), one.explanation(), language, phrases));
                one.explanation().decision().unknown().stream()
                        .map(cell -> "property." + cell.substring(cell.lastIndexOf('.') + 1))
                        // English says the names of rules in words.
                        .filter(name -> !languages.get("it").containsKey(name))
                        .forEach(unnamed::add);
            });
        }
        assertThat(told[0]).isGreaterThan(1000);
        assertThat(unnamed).isEmpty();
    }

    private static void check(String title, Explanation explanation, String language, Properties phrases) {
        String text = explanation.citizen(language);
        assertThat(text.split(" ")).as(text).hasSizeLessThanOrEqualTo(60);
        assertThat(text).as(title).doesNotContain("{", "}", "case:", "Optional", " null ");
        assertThat(PROGRAM_NAME.matcher(text).find()).as(text).isFalse();
        assertThat(dates(explanation, language)).as("%s: %s", title, text).anyMatch(text::contains);
        // Before a place has rules there is no value.
        Set<String> values = values(explanation, phrases);
        assertThat(values.isEmpty() || values.stream().anyMatch(text::contains))
                .as("%s: %s", title, text)
                .isTrue();
        assertThat(text).as(title).startsWith(outcome(explanation.decision().outcome(), language));
    }

    private static String outcome(Decision.Outcome outcome, String language) {
        boolean english = language.equals("en");
        return switch (outcome) {
            case ALLOWED -> english ? "Yes: " : "S\u00ec: ";
            case FORBIDDEN -> "No: ";
            case UNKNOWN -> english ? "Not decided " : "Non si pu\u00f2 dire ";
        };
    }

    /** The days from which law or a state holds, and those on which time changes the answer; if there is none, the day itself. */
    private static Set<String> dates(Explanation explanation, String language) {
        Decision decision = explanation.decision();
        Stream<LocalDate> law = decision.findings().stream()
                .flatMap(finding -> Stream.concat(
                        Stream.of(finding.provision().since()),
                        finding.why().law().stream().map(read -> read.dated().from())));
        // What does not hold at the place decides nothing.
        Stream<LocalDate> others = decision.notApplied().stream()
                .filter(not -> !not.failed().equals(Decision.NotApplied.OUTSIDE))
                .map(not -> not.provision().since());
        Stream<LocalDate> turns = turns(explanation)
                .flatMap(turn -> Stream.of(turn.moment(), turn.keeps()))
                .map(moment -> day(moment, decision));
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag(language));
        Set<String> dates = new HashSet<>();
        Stream.of(law, others, turns).flatMap(days -> days).map(format::format).forEach(dates::add);
        if (dates.isEmpty() || decision.outcome() == Decision.Outcome.UNKNOWN) {
            dates.add(format.format(day(decision.asOf().at(), decision)));
        }
        return dates;
    }

    private static LocalDate day(Instant moment, Decision decision) {
        return LocalDate.ofInstant(moment, decision.zone());
    }

    private static Stream<Turn> turns(Explanation explanation) {
        return Stream.of(explanation.earlier(), explanation.later()).flatMap(Optional::stream);
    }

    /** Fees, limits, readings, what would flip, what failed, the hour of a turn; what is unknown by its name. */
    private static Set<String> values(Explanation explanation, Properties phrases) {
        Decision decision = explanation.decision();
        Set<String> values = new HashSet<>();
        decision.findings().stream().map(Finding::effect).forEach(effect -> {
            if (effect instanceof Effect.Fee fee) {
                values.add(told(fee.fee().amount().toPlainString(), phrases));
            } else if (effect instanceof Effect.Limit limit) {
                values.add(told(limit.most().amount().toPlainString(), phrases));
            } else if (effect instanceof Effect.Figure figure) {
                values.add(told(figure.amount().toString(), phrases));
            }
        });
        decision.findings().stream()
                .flatMap(finding -> finding.why().readings().stream())
                .flatMap(read -> read.value().stream())
                .forEach(value -> values.add(told(value, phrases)));
        explanation.flips().forEach(flip -> {
            values.add(told(flip.value().toString(), phrases));
            flip.now().map(Value::toString).ifPresent(value -> values.add(told(value, phrases)));
        });
        decision.notApplied().stream()
                .flatMap(not -> not.unmet().stream())
                .map(Unmet::failed)
                .flatMap(List::stream)
                .flatMap(one -> one.value().stream())
                .forEach(value -> values.add(told(value.toString(), phrases)));
        DateTimeFormatter hour = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        turns(explanation)
                .flatMap(turn -> Stream.of(turn.moment(), turn.keeps()))
                .forEach(moment -> values.add(hour.format(moment.atZone(decision.zone()))));
        decision.unknown().stream()
                .map(cell -> cell.split(" ")[0])
                .map(cell -> cell.substring(cell.lastIndexOf('.') + 1))
                .forEach(cell -> values.add(phrases.getProperty("property." + cell, words(cell))));
        return values;
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String told(String value, Properties phrases) {
        String number = value.split(" ")[0].replace(".", phrases.getProperty("decimal"));
        return phrases.getProperty("name." + value, number);
    }

    private static Properties phrases(String language) {
        Properties phrases = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Explanation.class.getResourceAsStream(
                        "/META-INF/citytwin/citizen_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            phrases.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return phrases;
    }

    // A sentence that only one language has would be English in the midst of Italian.
    @Test
    void bothLanguagesHaveTheSameSentences() {
        Set<Object> english = sentences(phrases("en"));

        assertThat(sentences(phrases("it"))).isEqualTo(english);
        assertThat(english).hasSizeGreaterThan(25);
    }

    private static Set<Object> sentences(Properties phrases) {
        Set<Object> keys = new HashSet<>(phrases.keySet());
        keys.removeIf(key -> Stream.of("property.", "name.", "word.", "unit.").anyMatch(key.toString()::startsWith));
        return keys;
    }
}
