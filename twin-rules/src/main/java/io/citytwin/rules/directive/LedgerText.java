package io.citytwin.rules.directive;

import io.citytwin.core.signal.Directive;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.directive.Ledger.Entry;
import io.citytwin.rules.directive.Ledger.Hold;
import io.citytwin.rules.internal.report.Translations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes entries of the ledger as text in one language. Immutable. */
final class LedgerText {

    private static final String INDENT = "  ";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Translations told;
    private final CivilCalendar calendar;

    LedgerText(String language, CivilCalendar calendar) {
        this.told = Translations.of("ledger", language);
        this.calendar = calendar;
    }

    List<String> lines(Entry entry) {
        List<String> lines = new ArrayList<>();
        lines.add(head(entry));
        entry.award().ifPresent(award -> add(lines, award));
        entry.directive().ifPresent(directive -> add(lines, directive));
        return lines;
    }

    private String head(Entry entry) {
        String value = entry.award()
                .map(Award::value)
                .or(() -> entry.directive().map(Directive::value))
                .map(String::valueOf)
                .orElse(words("nothing"));
        return words(
                what(entry),
                Map.of(
                        "actuator",
                        entry.actuator(),
                        "at",
                        civil(entry.at()),
                        "value",
                        value,
                        "hold",
                        entry.hold().map(this::hold).orElse("")));
    }

    private static String what(Entry entry) {
        if (entry.hold().isPresent()) {
            return "held";
        } else if (entry.directive().isPresent()) {
            return entry.award().isPresent() ? "asked" : "rest";
        }
        return entry.award().isPresent() ? "budget" : "unbounded";
    }

    private String hold(Hold hold) {
        String until = hold.until()
                .map(end -> words("until", Map.of("until", civil(end))))
                .orElse(words("open"));
        return words("hold." + hold.cause(), Map.of("until", until));
    }

    private void add(List<String> lines, Award award) {
        lines.add(INDENT + words("winner", Map.of("claim", claim(award.winner()))));
        addReason(lines, award.winner());
        award.raisedBy().ifPresent(floor -> {
            lines.add(INDENT + words("raised", Map.of("claim", claim(floor))));
            addReason(lines, floor);
        });
        award.losers().forEach(loser -> {
            lines.add(INDENT
                    + words("lost", Map.of("claim", claim(loser.claim()), "why", words("why." + loser.reason()))));
            addReason(lines, loser.claim());
        });
    }

    /** A provision without a sentence gives its title as the reason, which is told already. */
    private static void addReason(List<String> lines, Claim claim) {
        if (claim.person().isPresent() || !claim.reason().equals(claim.title())) {
            lines.add(INDENT + INDENT + "\"" + claim.reason() + "\"");
        }
    }

    private String claim(Claim claim) {
        String wants = words("kind." + claim.kind(), Map.of("value", claim.value()));
        return claim.person()
                .map(person -> words("person", Map.of("person", person, "wants", wants)))
                .orElseGet(() -> words(
                        "claim",
                        Map.of(
                                "provision",
                                claim.provision(),
                                "title",
                                claim.title(),
                                "authority",
                                claim.authority()
                                        .map(by -> by.name() + ", " + words("rank." + by.rank()))
                                        .orElse("-"),
                                "wants",
                                wants)));
    }

    /** At rest there is no claim left, but the one that ended is the cause. */
    private void add(List<String> lines, Directive directive) {
        if (directive.kind() == Directive.Kind.REVERT) {
            lines.add(INDENT
                    + words(
                            "ended",
                            Map.of(
                                    "provision",
                                    directive.cause().provision(),
                                    "title",
                                    directive.cause().reason())));
        }
        lines.add(INDENT
                + words(
                        "directive",
                        Map.of(
                                "id",
                                directive.id(),
                                "since",
                                civil(directive.cause().since()))));
    }

    /** As clocks in the city show it. */
    private String civil(Instant moment) {
        return moment.atZone(calendar.zone()).toOffsetDateTime().toString();
    }

    private String words(String key) {
        return told.words().getProperty(key, key);
    }

    /** In one pass, so that no value is taken for a place. */
    private String words(String key, Map<String, Object> values) {
        return PLACE.matcher(words(key))
                .replaceAll(place ->
                        Matcher.quoteReplacement(String.valueOf(values.getOrDefault(place.group(1), place.group()))));
    }
}
