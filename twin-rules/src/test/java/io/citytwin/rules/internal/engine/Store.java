package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.Acts;
import io.citytwin.core.asset.Asset;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.asset.Coded;
import io.citytwin.core.asset.Desired;
import io.citytwin.core.asset.In;
import io.citytwin.core.asset.Ordered;
import io.citytwin.core.asset.Within;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A made-up city of crates in depots, and rules for them as a test writes them. */
final class Store {

    static final AssetTypes TYPES = AssetTypes.builtIn().with(Depot.class).with(Crate.class);
    static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");
    static final Moment MOMENT = Moment.of(NOON, LocalDate.MAX, Instant.MAX, CivilCalendar.italy());

    private static final Pattern RULE = Pattern.compile("rule \"([^\"/]+)");
    private static final String HEADER = """
            id: xx.store
            title: {en: Rules of a store}
            jurisdiction: XX
            authority: Nobody
            rank: state
            verified: 2026-01-01
            sources: {act: {act: Act 1, dated: 2020-01-01}}
            provisions:
            """;
    private static final String PARAMETERS = """
            short: {unit: m, values: [{from: 2020-01-01, value: 1, source: act, confidence: VERIFIED/A}]}
            long: {unit: m, values: [{from: 2020-01-01, value: 2, source: act, confidence: VERIFIED/A}]}
            widest: {unit: m, values: [{from: 2020-01-01, value: 3, source: act, confidence: VERIFIED/A}]}
            higher: {unit: m, values: [{from: 2020-01-01, value: 4, source: act, confidence: VERIFIED/A}]}
            highest: {unit: m, values: [{from: 2020-01-01, value: 5, source: act, confidence: VERIFIED/A}]}
            secret: {unit: m, values: [{from: 2020-01-01, value: unknown, source: act, confidence: OPEN, note: not read}]}
            price: {unit: EUR, values: [{from: 2020-01-01, value: 2, source: act, confidence: VERIFIED/A}]}
            unread: {unit: flag, values: [{from: 2020-01-01, value: unknown, source: act, confidence: OPEN, note: not read}]}
            strict: {unit: flag, values: [{from: 2020-01-01, value: true, source: act, confidence: VERIFIED/A}]}
            Banned:
              columns: {colour: Colour..., grade: Grade, most: m}
              values: [{from: 2020-01-01, table: banned.csv, source: act, confidence: VERIFIED/A}]
            """;
    private static final String BANNED = """
            colour,grade,most
            red green,b,1
            blue,c,2
            """;

    private Store() {}

    /** A place for crates. */
    public interface Depot extends Asset {
        @In("m")
        Optional<Quantity> capacity();

        Optional<Boolean> open();
    }

    /** What the rules are about. */
    @Acts("move")
    public interface Crate extends Asset {
        @Within
        Optional<Depot> place();

        Optional<Colour> colour();

        Optional<Grade> grade();

        @In("m")
        Optional<Quantity> length();

        @Desired(resting = "1")
        @In("m")
        Optional<Quantity> width();

        Optional<Boolean> fragile();

        Optional<Boolean> wet();

        Optional<Boolean> heavy();

        Optional<Boolean> tall();

        Optional<Boolean> cold();

        Optional<Boolean> old();

        Optional<Boolean> empty();
    }

    /** Names without an order. */
    public enum Colour implements Coded {
        RED,
        GREEN,
        BLUE,
        GREY;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names with an order. */
    @Ordered
    public enum Grade implements Coded {
        A,
        B,
        C,
        D;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The rules as a loaded folder; the part of a rule's name before the slash is its provision. */
    static Regulation regulation(Path temp, String rules) {
        return regulation(temp, rules, PARAMETERS);
    }

    /** The same, with the flag that nobody read beginning on another day. */
    static Regulation unreadFrom(Path temp, String rules, LocalDate day) {
        String first = "unread: {unit: flag, values: [{from: ";
        return regulation(temp, rules, PARAMETERS.replace(first + "2020-01-01", first + day));
    }

    private static Regulation regulation(Path temp, String rules, String parameters) {
        SortedSet<String> provisions = new TreeSet<>();
        Matcher names = RULE.matcher(rules);
        while (names.find()) {
            provisions.add(names.group(1));
        }
        StringBuilder header = new StringBuilder(HEADER);
        provisions.forEach(name ->
                header.append("  ").append(name).append(": {since: 2020-01-01, source: act, title: {en: Test}}\n"));
        try {
            Path folder = Files.createTempDirectory(temp, "store");
            Files.createDirectories(folder.resolve("tables"));
            Files.writeString(folder.resolve("regulation.yaml"), header);
            Files.writeString(folder.resolve("parameters.yaml"), parameters);
            Files.writeString(folder.resolve("tables/banned.csv"), BANNED);
            Files.writeString(folder.resolve("rules.drl"), rules);
            RegulationBundle bundle = RegulationBundle.directory(folder, TYPES);
            if (!bundle.report().errors().isEmpty()) {
                throw new IllegalArgumentException(rules + bundle.report().text());
            }
            return bundle.regulations().get(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The rules of one provision. */
    static Group group(Path temp, String rules) {
        return new Law(List.of(regulation(temp, rules))).provisions().get(0);
    }

    /** An empty city under a law. */
    static Fold city(Law law, AssetTypes types) {
        Laws laws = new Laws(types, 1);
        return new Fold(laws.give(law, new Scenes(law, types)), laws::find, MOMENT.calendar(), Optional.empty(), false);
    }

    /** What the rules see of the first twin. */
    static Scene scene(Group group, Twin... twins) {
        Law law = new Law(List.of());
        Fold city = city(law, TYPES);
        for (Twin twin : twins) {
            city.accept(new Input.TwinChanged(twin, NOON));
        }
        return new Scenes(law, TYPES).set(group, twins[0], MOMENT, city);
    }

    static Twin depot() {
        return TYPES.twin("xx:depot", "Depot");
    }

    static Twin crate() {
        return TYPES.twin("xx:crate", "Crate");
    }
}
