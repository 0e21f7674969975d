package io.citytwin.rules.internal.mutate;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.ResolvedRules;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes of what state.yaml declares. For one thread at a time. */
final class StateEdits {

    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern LAST_WORD = Pattern.compile("[\\w-]+$");
    private static final List<String> TAKES = List.of("mean", "max", "min", "sum");
    private static final List<String> ROUNDINGS = List.of("half-up", "half-even", "down", "up");
    private static final List<String> MISSING = List.of("breaks", "bridges", "unknown");
    private static final List<String> COUNTS = List.of("days", "passages");
    private static final List<String> SIGNS = List.of("<=", ">");

    private final Regulation regulation;
    private final AssetTypes assets;
    private final YamlEdits edits;

    private StateEdits(Source source, Regulation regulation, AssetTypes assets) {
        this.regulation = regulation;
        this.assets = assets;
        this.edits = new YamlEdits(source);
    }

    static List<Edit> of(Source source, Regulation regulation, AssetTypes assets) {
        StateEdits state = new StateEdits(source, regulation, assets);
        Node.Mapping root = state.edits.root();
        state.section(root, "indicators", state::indicator);
        state.section(root, "runs", state::run);
        state.section(root, "levels", state::level);
        state.section(root, "counters", state::counter);
        return state.edits.edits();
    }

    private interface Declared {
        void read(String name, Node.Mapping body);
    }

    private void section(Node.Mapping root, String section, Declared reader) {
        for (Node.Entry entry : root.mapping(section).entries()) {
            if (entry.value() instanceof Node.Mapping body) {
                reader.read(entry.key().text(), body);
            }
        }
    }

    private void indicator(String name, Node.Mapping body) {
        body.scalar("from").ifPresent(from -> where(name, from));
        word(body, name, "take", TAKES);
        word(body, name, "rounding", ROUNDINGS);
        for (String key : List.of("decimals", "capture")) {
            body.scalar(key).ifPresent(number -> edits.change(number, name, Neighbours.number(number.text())));
        }
        if (isUsedAboutThen(name)) {
            time(body, name, "known");
        }
    }

    /** Rules that move a level see a day's value at its moment only: if that is not near, another minute means nothing. */
    private boolean isUsedAboutThen(String name) {
        StateSpec.Indicator indicator = regulation.state().indicators().get(name);
        return indicator == null
                || rules().filter(rule -> counts(rule, indicator))
                        .anyMatch(rule -> rule.action()
                                .movedLevel()
                                .map(level -> isNear(regulation.state().levels().get(level), indicator))
                                .orElse(true));
    }

    /** Whether a rule looks at a run of the indicator's days. */
    private boolean counts(Rule rule, StateSpec.Indicator indicator) {
        return rule.conditions().stream()
                .map(Rule.Condition::type)
                .filter(type -> type.name().equals(indicator.of()))
                .distinct()
                .flatMap(type -> Reads.of(rule).getOrDefault(type.name(), new TreeSet<>()).stream()
                        .map(slot -> type.slots().get(slot).name()))
                .flatMap(name -> Optional.ofNullable(regulation.state().runs().get(name)).stream())
                .anyMatch(run -> run.indicator().equals(indicator.name()));
    }

    private static boolean isNear(StateSpec.@Nullable Level level, StateSpec.Indicator indicator) {
        return level == null
                || Duration.between(level.evaluate().time(), indicator.known().time())
                                .abs()
                                .compareTo(Duration.ofMinutes(1))
                        <= 0;
    }

    /** The name that observed twins must have. */
    private void where(String name, Node.Scalar from) {
        StateSpec.Indicator indicator = regulation.state().indicators().get(name);
        Matcher last = LAST_WORD.matcher(from.text());
        if (indicator == null || !last.find()) {
            return;
        }
        Optional<ValueType> list = indicator
                .where()
                .flatMap(where -> assets.find(indicator.from())
                        .map(type -> type.properties().get(where.property())));
        if (list.isPresent() && list.get() instanceof ValueType.Names names) {
            edits.part(from, last.group(), name, Neighbours.name(names, last.group()));
        }
    }

    private void run(String name, Node.Mapping body) {
        body.scalar("days")
                .ifPresent(days -> SIGNS.stream()
                        .filter(days.text()::contains)
                        .findFirst()
                        .ifPresent(sign -> edits.part(days, sign, name, Neighbours.word(SIGNS, sign))));
        word(body, name, "missing", MISSING);
    }

    private void level(String name, Node.Mapping body) {
        StateSpec.Level level = regulation.state().levels().get(name);
        if (level != null) {
            for (String key : List.of("start", "outside")) {
                body.scalar(key)
                        .ifPresent(state -> edits.change(
                                state, name, Neighbours.word(level.states().names(), state.text())));
            }
        }
        if (isDecided(name)) {
            time(body, name, "evaluate");
        }
    }

    /** A level that no rule names is announced only: at which moment rules would decide it means nothing. */
    private boolean isDecided(String level) {
        return rules().anyMatch(rule -> rule.action().movedLevel().equals(Optional.of(level)));
    }

    private Stream<Rule> rules() {
        return ((ResolvedRules) regulation.rules()).rules().stream();
    }

    private void counter(String name, Node.Mapping body) {
        word(body, name, "counts", COUNTS);
        body.scalar("starts").ifPresent(day -> edits.change(day, name, Neighbours.yearly(day.text())));
    }

    private void word(Node.Mapping body, String subject, String key, List<String> words) {
        body.scalar(key).ifPresent(word -> edits.change(word, subject, Neighbours.word(words, word.text())));
    }

    private void time(Node.Mapping body, String subject, String key) {
        body.scalar(key).ifPresent(text -> {
            Matcher time = TIME.matcher(text.text());
            if (time.find()) {
                edits.part(text, time.group(), subject, Neighbours.time(time.group()));
            }
        });
    }
}
