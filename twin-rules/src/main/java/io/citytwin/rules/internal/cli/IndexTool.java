package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.index.PlaceReader;
import io.citytwin.rules.verify.IndexedPlace;
import io.citytwin.rules.verify.LawIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code index}: what regulations there are, what applies where and when, and what is not sure. For one thread at a time. */
public final class IndexTool extends AbstractTool {

    private static final String ALL = "--all";
    private static final String AT = "--at";
    private static final String FORMAT = "--format";
    private static final String REPORT = "--report";
    private static final String LANGUAGE = "--language";
    private static final String ZONES = "--zones";
    private static final String INVENTORY = "--inventory";
    private static final String NAMESPACE = "--namespace";
    private static final String PLACE = "--place";

    /** The tool as the launcher finds it. */
    public IndexTool() {
        super("index", "Lists regulations: what applies where and when, where it stands, and what of it is not sure.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(
                path("PATH", "A folder, one with some below it, or a shipped id. Without it, the current one."));
        spec.addOption(flag(ALL, "Lists all regulations on the class path instead."));
        spec.addOption(Folders.trustOption());
        spec.addOption(
                text(AT, "DATE", "The day on which things are in force, such as 2026-01-18; without it, today."));
        spec.addOption(
                text(FORMAT, "FORM", "text (default), json or html; a report alone leaves only a line for each."));
        spec.addOption(text(REPORT, "FILE", "Writes a page with a timeline and a map."));
        spec.addOption(OptionSpec.builder(LANGUAGE, "--lang")
                .type(String.class)
                .paramLabel("CODE")
                .description("Language of text and page: en (default), or what a jar brings, such as it.")
                .build());
        spec.addOption(
                text(ZONES, "FILE", "GeoJSON of zones with their code: their outlines and what applies in each."));
        spec.addOption(text(INVENTORY, "DIR", "Zones and municipalities of a city's inventory, with all around them."));
        spec.addOption(text(NAMESPACE, "NAME", "Namespace of ids of the inventory that have none."));
        spec.addOption(texts(PLACE, "CODES", "An area, its code first, then those around it: XX-001-C,XX-001,XX-1."));
    }

    @Override
    List<String> examples() {
        return List.of(
                "regulations/northland",
                "--all --at 2026-03-13 --report index.html",
                "--all --format json",
                "regulations/northland --place XX-001,XX-1 --at 2026-01-18");
    }

    @Override
    int call(ParseResult words, Console console) {
        Version version = version(words, console);
        LawIndex index = LawIndex.of(version.bundle(), version.regulations(), Today.of(words, AT))
                .in(places(words, console));
        String language = option(words, LANGUAGE).orElse("en");
        Optional<String> report = option(words, REPORT);
        console.out().print(written(index, option(words, FORMAT).orElse(report.isPresent() ? "" : "text"), language));
        report.ifPresent(file -> ReportFile.write(console.folder().resolve(file), index.html(language)));
        return OK;
    }

    private static Version version(ParseResult words, Console console) {
        String given = words.matchedPositionalValue(0, "");
        if (!has(words, ALL)) {
            return Version.named(given.isEmpty() ? "." : given, console.folder(), Folders.trust(words, console));
        } else if (!given.isEmpty()) {
            throw refused("`" + given + "` was given besides " + ALL + ".", "Maybe leave one of the two out.");
        }
        RegulationBundle shipped = RegulationBundle.classpath();
        return new Version(shipped, shipped.regulations());
    }

    private static List<IndexedPlace> places(ParseResult words, Console console) {
        List<IndexedPlace> places = new ArrayList<>();
        option(words, ZONES)
                .ifPresent(
                        file -> places.addAll(PlaceReader.zones(console.folder().resolve(file))));
        option(words, INVENTORY)
                .ifPresent(folder -> places.addAll(
                        PlaceReader.inventory(console.folder().resolve(folder), option(words, NAMESPACE))));
        options(words, PLACE).forEach(codes -> places.add(PlaceReader.named(codes)));
        return places;
    }

    private static String written(LawIndex index, String format, String language) {
        return switch (format) {
            case "" -> index.summary(language);
            case "text" -> index.text(language);
            case "json" -> index.json();
            case "html" -> index.html(language);
            default -> throw refused("`" + format + "` is no format.", "Maybe one of text, json, html.");
        };
    }
}
