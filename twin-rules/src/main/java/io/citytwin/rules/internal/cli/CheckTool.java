package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.Problem.Severity;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.FolderCheck;
import io.citytwin.rules.verify.GroupReads;
import io.citytwin.rules.verify.ReportFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: reads regulation folders and prints every problem. For one thread at a time. */
public final class CheckTool extends AbstractTool {

    private static final String ALL = "--all";
    private static final String QUIET = "--quiet";
    private static final String OPEN = "--open";
    private static final String FORMAT = "--format";
    private static final String STALE_AFTER = "--stale-after";
    private static final String ENGINE = "--engine";
    private static final String CITY = "--city";

    /** The tool as the launcher finds it. */
    public CheckTool() {
        super("check", "Reads regulation folders and prints everything that is wrong in them.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("PATH", "Folder that is one, or has some below it. Without it, the current one."));
        spec.addOption(flag(ALL, "Looks at all regulations on the class path instead."));
        spec.addOption(Folders.trustOption());
        spec.addOption(flag(QUIET, "Prints mistakes only."));
        spec.addOption(flag(OPEN, "Lists open points as well: facts that are not sure."));
        spec.addOption(text(FORMAT, "FORM", "text (default), json, sarif, or github for its workflows."));
        spec.addOption(Today.option("Counts ages from this day, such as 2026-01-18, not from the clock's."));
        spec.addOption(text(
                STALE_AFTER,
                "DAYS",
                "Warns of values verified longer ago; " + FolderCheck.STALE_AFTER + " if it is not said."));
        spec.addOption(flag(ENGINE, "Prints what the rules of each provision tell apart, and into how many classes."));
        spec.addOption(text(CITY, "DIR", "With " + ENGINE + ": counts the classes of the twins of inventory files."));
    }

    @Override
    List<String> examples() {
        return List.of(
                "regulations/northland",
                "--open regulations/northland",
                "--format sarif regulations/northland",
                "--engine regulations/northland",
                "--engine --city inventory regulations/northland",
                "--all --today 2026-03-13");
    }

    @Override
    int call(ParseResult words, Console console) {
        ReportFormat format = format(words);
        String given = words.matchedPositionalValue(0, "");
        RegulationBundle bundle = bundle(words, console);
        BundleReport found = placed(
                FolderCheck.of(bundle, Today.of(words))
                        .staleAfter(staleAfter(words))
                        .run(),
                given);
        print(found, format, words, console.out());
        if (has(words, ENGINE)) {
            CityClasses city = option(words, CITY)
                    .map(folder -> CityClasses.of(bundle, console.folder().resolve(folder), Today.of(words)))
                    .orElseGet(CityClasses::none);
            bundle.top()
                    .regulations()
                    .forEach(one -> EngineText.print(GroupReads.of(bundle, one), city, console.out()));
        }
        if (found.folders() == 0) {
            throw refused(
                    "`" + (given.isEmpty() ? "." : given) + "` holds no regulation folder.",
                    "Maybe a folder above or below is meant.");
        }
        return found.isClean() ? OK : FINDINGS;
    }

    private static RegulationBundle bundle(ParseResult words, Console console) {
        Optional<Path> path = path(words, console);
        RegulationBundle shipped = RegulationBundle.classpath();
        if (!has(words, ALL)) {
            return shipped.and(Folders.opened(path.orElse(console.folder()), Folders.trust(words, console)));
        } else if (path.isPresent()) {
            throw refused(
                    "`" + words.<String>matchedPositionalValue(0, "") + "` was given besides " + ALL + ".",
                    "Maybe leave one of the two out.");
        }
        return shipped;
    }

    private static void print(BundleReport found, ReportFormat format, ParseResult words, PrintWriter out) {
        BundleReport shown = new BundleReport(
                found.problems().stream()
                        .filter(problem -> isShown(problem, words))
                        .toList(),
                found.folders());
        out.print(format.write(shown));
        if (format == ReportFormat.TEXT) {
            more(shown, out);
        }
        if (!has(words, QUIET) && (format == ReportFormat.TEXT || format == ReportFormat.GITHUB)) {
            out.println(summary(found));
        }
    }

    private static ReportFormat format(ParseResult words) {
        String name = option(words, FORMAT).orElse("text");
        ReportFormat format = Arrays.stream(ReportFormat.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        refused("`" + name + "` is not a form of reports.", "Maybe text, json, sarif or github."));
        if (has(words, ENGINE) && format != ReportFormat.TEXT) {
            throw refused(ENGINE + " is for people only.", "Maybe leave " + FORMAT + " out.");
        }
        return format;
    }

    private static int staleAfter(ParseResult words) {
        String days = option(words, STALE_AFTER).orElse(String.valueOf(FolderCheck.STALE_AFTER));
        if (!days.matches("\\d{1,6}")) {
            throw refused("`" + days + "` is not a number of days.", "Maybe 180.");
        }
        return Integer.parseInt(days);
    }

    /** Places as seen from where the tool was called. */
    private static BundleReport placed(BundleReport report, String given) {
        return new BundleReport(
                report.problems().stream()
                        .map(problem -> given.isEmpty() ? problem : Folders.placed(problem, given))
                        .toList(),
                report.folders());
    }

    private static boolean isShown(Problem problem, ParseResult words) {
        return switch (problem.severity()) {
            case ERROR -> true;
            case WARNING -> !has(words, QUIET);
            case OPEN_POINT -> has(words, OPEN);
        };
    }

    private static void more(BundleReport shown, PrintWriter out) {
        String codes = shown.problems().stream()
                .map(problem -> problem.code().id())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        if (!codes.isEmpty()) {
            out.println("more: citytwin help " + codes);
        }
    }

    private static String summary(BundleReport found) {
        return found.folders() + " folders, " + found.count(Severity.ERROR) + " mistakes, "
                + found.count(Severity.WARNING) + " warnings, " + found.count(Severity.OPEN_POINT) + " open points";
    }
}
