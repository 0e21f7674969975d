package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.backtest.Replay;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.Backtest;
import io.citytwin.rules.verify.BacktestFactors;
import io.citytwin.rules.verify.BacktestPopulation;
import io.citytwin.rules.verify.BacktestReport;
import io.citytwin.rules.verify.BacktestVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code backtest}: what a version of a regulation would have ordered in recorded air. For one thread at a time. */
public final class BacktestTool extends AbstractTool {

    private static final String AGAINST = "--against";
    private static final String INVENTORY = "--inventory";
    private static final String NAMESPACE = "--namespace";
    private static final String FACTORS = "--factors";
    private static final String SEED = "--seed";
    private static final String REPORT = "--report";
    private static final String REGULATION = "--regulation";

    private final CivilCalendar calendar = CivilCalendar.italy();

    /** The tool as the launcher finds it. */
    public BacktestTool() {
        super("backtest", "Replays recorded air through a version of a regulation, and compares it with another one.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("PATH", "The version to try: a folder, one with some below it, or a shipped id."));
        AirWords.describe(spec);
        spec.addOption(
                text(AGAINST, "OTHER", "The version to compare with; without it, the shipped one, if it is another."));
        spec.addOption(text(INVENTORY, "DIR", "Who is affected, as CSV and GeoJSON; without it, made up."));
        spec.addOption(text(NAMESPACE, "NAME", "Namespace of ids of the inventory that have none."));
        spec.addOption(text(FACTORS, "FILE", "Emission factors: CSV with class,value,unit,source,confidence."));
        spec.addOption(text(SEED, "N", "Draws the made-up population; without it, 20."));
        spec.addOption(text(REPORT, "FILE", "Writes a page with pictures."));
        spec.addOption(text(REGULATION, "ID", "The regulation to replay, if several could be meant."));
        spec.addOption(Folders.trustOption());
    }

    @Override
    List<String> examples() {
        return List.of(
                "my/smoke-rules --air data/air --from 2019-10-01 --to 2020-03-31 --report backtest.html",
                "new/smoke-rules --against old/smoke-rules --air data/air --from 2024-10-01 --to 2025-03-31");
    }

    @Override
    int call(ParseResult words, Console console) {
        List<LocalDate> days = AirWords.days(words, name());
        Version version =
                Version.named(words.matchedPositionalValue(0, "."), console.folder(), Folders.trust(words, console));
        Recording recording = AirWords.recording(words, console, name());
        Regulation regulation = regulation(words, version, recording);
        Backtest plan = Backtest.of(
                recording, BacktestVersion.of(words.matchedPositionalValue(0, "."), regulation, version.bundle()));
        Optional<BacktestVersion> against = against(words, console, regulation);
        plan = against.isPresent() ? plan.against(against.get()) : plan;
        plan = plan.among(people(words, console, recording));
        Optional<String> factors = option(words, FACTORS);
        plan = factors.isPresent()
                ? plan.with(BacktestFactors.read(console.folder().resolve(factors.get())))
                : plan;
        BacktestReport report = plan.run(days.get(0), days.get(days.size() - 1));
        console.out().print(report.text());
        option(words, REPORT)
                .ifPresent(file -> ReportFile.write(console.folder().resolve(file), report.html()));
        AirWords.refused(recording, console);
        return OK;
    }

    private Regulation regulation(ParseResult words, Version version, Recording recording) {
        Optional<String> id = option(words, REGULATION);
        if (id.isPresent()) {
            return Chosen.regulation(version.bundle(), id.get());
        }
        List<Regulation> carried = version.regulations().stream()
                .filter(one ->
                        one.state().levels().values().stream().anyMatch(new Replay(recording, one, calendar)::carries))
                .toList();
        return version.regulations().size() == 1
                ? version.regulations().get(0)
                : Chosen.only(carried, "has a level for the areas of this air");
    }

    private static Optional<BacktestVersion> against(ParseResult words, Console console, Regulation candidate) {
        Optional<String> given = option(words, AGAINST);
        if (given.isPresent()) {
            Version other = Version.named(given.get(), console.folder(), Folders.trust(words, console));
            Regulation regulation = other.regulations().size() == 1
                    ? other.regulations().get(0)
                    : Chosen.regulation(other.bundle(), candidate.id());
            return Optional.of(BacktestVersion.of(given.get(), regulation, other.bundle()));
        }
        RegulationBundle shipped = RegulationBundle.classpath();
        return shipped.find(candidate.id())
                .filter(one -> !one.hash().equals(candidate.hash()))
                .map(one -> BacktestVersion.of("shipped", one, shipped));
    }

    private static BacktestPopulation people(ParseResult words, Console console, Recording recording) {
        return option(words, INVENTORY)
                .map(folder -> BacktestPopulation.inventory(
                        console.folder().resolve(folder), option(words, NAMESPACE), recording))
                .orElseGet(() -> BacktestPopulation.madeUp(recording, seed(words)));
    }

    private static long seed(ParseResult words) {
        String text = option(words, SEED).orElse("20");
        if (!text.matches("\\d{1,9}")) {
            throw refused("`" + text + "` is not a seed.", "Maybe a number such as `20`.");
        }
        return Long.parseLong(text);
    }
}
