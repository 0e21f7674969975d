package io.citytwin.rules.internal.cli;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.JournalFiles;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.directive.Ledger.Entry;
import io.citytwin.rules.directive.LedgerQuery;
import io.citytwin.rules.internal.report.Translations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ledger}: who wanted what of a device, who lost, and why, from a city's journal. For one thread at a time. */
public final class LedgerTool extends AbstractTool {

    private static final String TWIN = "--twin";
    private static final String PROPERTY = "--property";
    private static final String PROVISION = "--provision";
    private static final String AT = "--at";
    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String LANGUAGE = "--lang";
    private static final String KEYS = "--keys";

    private final CivilCalendar calendar = CivilCalendar.italy();

    /** The tool as the launcher finds it. */
    public LedgerTool() {
        super("ledger", "Says who wanted what of a device, who lost, and why, from the journal of a city.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(
                path("FILE", "The file of a journal. It is only read, and a city may write to it meanwhile."));
        spec.addOption(text(TWIN, "ID", "Only what was asked of this twin, such as xx.town:lamp-1."));
        spec.addOption(text(PROPERTY, "NAME", "Only this property of the twin, such as dimming."));
        spec.addOption(text(PROVISION, "ID", "Only where this provision won, lost or ended; `override` for persons."));
        spec.addOption(text(AT, "MOMENT", "What held then: civil time such as 2026-01-18T23:00, or an instant."));
        spec.addOption(text(FROM, "MOMENT", "Only changes from then on; also a day."));
        spec.addOption(text(TO, "MOMENT", "Only changes before then; also a day."));
        spec.addOption(text(LANGUAGE, "CODE", "Language of all but the reasons, such as en."));
        spec.addOption(text(KEYS, "DIR", "The folder of the keys of months, for what tells of persons."));
    }

    @Override
    List<String> examples() {
        return List.of(
                "city.journal --twin xx.town:lamp-1 --property dimming --at 2026-01-18T23:00",
                "city.journal --provision xx.area.energy/lamps --from 2026-01-18 --to 2026-01-19");
    }

    @Override
    int call(ParseResult words, Console console) {
        LedgerQuery query = query(words);
        Optional<Instant> at = moment(words, AT);
        if (at.isPresent() && (query.from().isPresent() || query.to().isPresent())) {
            throw refused("`" + AT + "` asks for a moment, and a span is given.", "Maybe leave out one of them.");
        }
        String language = option(words, LANGUAGE).orElse("en");
        try (Journal journal = JournalFiles.read(
                path(words, console).orElseThrow(() -> refused("A file is missing.", "Maybe name the journal's.")),
                option(words, KEYS).map(console.folder()::resolve))) {
            Ledger ledger = Ledger.of(journal);
            List<Entry> entries = at.map(moment -> held(ledger, query, moment)).orElseGet(() -> ledger.select(query));
            entries.forEach(entry -> entry.lines(language, calendar).forEach(console.out()::println));
            if (entries.isEmpty()) {
                console.out().println(nothing(language, at));
            }
        }
        return OK;
    }

    /** What held at a moment, and behind each what waited then. */
    private static List<Entry> held(Ledger ledger, LedgerQuery query, Instant moment) {
        List<Entry> all = new ArrayList<>();
        for (Entry entry : ledger.at(query, moment)) {
            all.add(entry);
            ledger.heldBack(entry.actuator(), moment).ifPresent(all::add);
        }
        return all;
    }

    private String nothing(String language, Optional<Instant> at) {
        Translations told = Translations.of("ledger", language);
        return at.map(moment -> told.words()
                        .getProperty("none.at")
                        .replace(
                                "{at}",
                                moment.atZone(calendar.zone())
                                        .toOffsetDateTime()
                                        .toString()))
                .orElseGet(() -> told.words().getProperty("none"));
    }

    private LedgerQuery query(ParseResult words) {
        Optional<String> property = option(words, PROPERTY);
        Optional<TwinId> twin = option(words, TWIN).map(TwinId::of);
        if (property.isPresent() && twin.isEmpty()) {
            throw refused("`" + PROPERTY + "` needs `" + TWIN + "`.", "Maybe `--twin xx.town:lamp-1`.");
        }
        return new LedgerQuery(twin, property, option(words, PROVISION), moment(words, FROM), moment(words, TO));
    }

    private Optional<Instant> moment(ParseResult words, String name) {
        return option(words, name)
                .map(text -> Moments.read(text, calendar)
                        .orElseThrow(() -> refused(
                                "`" + text + "` of `" + name + "` is not a moment.",
                                "Maybe write it as 2026-01-18T23:00, or as 2026-01-18T22:00:00Z.")));
    }
}
