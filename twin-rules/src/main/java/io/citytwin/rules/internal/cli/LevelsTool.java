package io.citytwin.rules.internal.cli;

import io.citytwin.core.error.NearestName;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.backtest.LevelRecord;
import io.citytwin.rules.internal.backtest.Replay;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code levels}: which levels recorded air would have had. For one thread at a time. */
public final class LevelsTool extends AbstractTool {

    private static final String CSV = "--csv";
    private static final String REGULATION = "--regulation";
    private static final String AREA = "--area";
    private static final String SHARDS = "--shards";
    private static final String HINDSIGHT = "--hindsight";

    private final CivilCalendar calendar = CivilCalendar.italy();

    /** The tool as the launcher finds it. */
    public LevelsTool() {
        super("levels", "Replays recorded air and prints which levels were in force, day by day, and why.");
    }

    @Override
    void describe(CommandSpec spec) {
        AirWords.describe(spec);
        spec.addOption(flag(CSV, "Prints one row for each decision."));
        spec.addOption(text(REGULATION, "ID", "The regulation to apply, if several could be meant."));
        Chosen.describe(spec);
        spec.addOption(texts(AREA, "NAME", "Only this area; can be given several times."));
        spec.addOption(text(SHARDS, "N", "Into how many parts the areas are split; changes nothing."));
        spec.addOption(flag(HINDSIGHT, "Decides the past again with all data, late and corrected ones too."));
    }

    @Override
    List<String> examples() {
        return List.of(
                "--air data/air --from 2019-10-01 --to 2020-03-31",
                "--air data/air --from 2019-01-01 --to 2020-12-31 --csv --area Northtown");
    }

    @Override
    int call(ParseResult words, Console console) {
        List<LocalDate> days = AirWords.days(words, name());
        Recording recording = AirWords.recording(words, console, name());
        RegulationBundle bundle = Chosen.bundle(words, console);
        Regulation regulation = regulation(words, bundle, recording);
        Replay replay = new Replay(recording, regulation, calendar);
        try (RegulationEngine engine = Replay.engine(regulation, bundle.regulations(), calendar, shards(words))) {
            replay.feed(engine, days.get(days.size() - 1));
            for (StateSpec.Level level : regulation.state().levels().values()) {
                if (replay.carries(level)) {
                    LevelRecord all = replay.read(engine, level, days, has(words, HINDSIGHT));
                    print(only(all, options(words, AREA)), regulation, recording, words, console);
                }
            }
        }
        AirWords.refused(recording, console);
        return OK;
    }

    private void print(
            LevelRecord history, Regulation regulation, Recording recording, ParseResult words, Console console) {
        if (has(words, CSV)) {
            new LevelTable(history, regulation, calendar).print(console.out());
            return;
        }
        console.out()
                .println(regulation.id() + " " + history.level().name() + ", "
                        + (has(words, HINDSIGHT) ? "in hindsight" : "as decided"));
        console.out().println(recording.title());
        new LevelSpans(history, calendar).print(console.out());
    }

    private static int shards(ParseResult words) {
        String text = option(words, SHARDS).orElse("1");
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw refused("`" + text + "` is not a number of shards.", "Maybe `1`.");
        }
        return Integer.parseInt(text);
    }

    private Regulation regulation(ParseResult words, RegulationBundle bundle, Recording recording) {
        Optional<String> id = option(words, REGULATION);
        if (id.isPresent()) {
            return Chosen.regulation(bundle, id.get());
        }
        List<Regulation> candidates = bundle.regulations().stream()
                .filter(one ->
                        one.state().levels().values().stream().anyMatch(new Replay(recording, one, calendar)::carries))
                .toList();
        return Chosen.only(candidates, "has a level for the areas of this folder");
    }

    /** The history of some areas; all of them if none is named. */
    private static LevelRecord only(LevelRecord all, List<String> names) {
        if (names.isEmpty()) {
            return all;
        }
        Set<String> known = new TreeSet<>();
        Set<TwinId> chosen = new TreeSet<>();
        all.areas().keySet().forEach(area -> {
            List<String> called = List.of(all.nameOf(area), area.name(), area.toString());
            known.add(called.get(0));
            Stream.of(area)
                    .filter(one -> called.stream().anyMatch(names::contains))
                    .forEach(chosen::add);
        });
        if (chosen.isEmpty()) {
            throw refused(
                    "`" + String.join(", ", names) + "` is no area of this folder.",
                    NearestName.to(names.get(0), known)
                            .map(near -> "Maybe `" + near + "`.")
                            .orElse("Maybe one of " + String.join(", ", known) + "."));
        }
        SortedMap<TwinId, List<String>> states = new TreeMap<>(all.states());
        states.keySet().retainAll(chosen);
        return new LevelRecord(
                all.level(),
                all.areas(),
                all.days(),
                all.decisions().stream()
                        .filter(decision -> chosen.contains(decision.subject()))
                        .toList(),
                states);
    }
}
