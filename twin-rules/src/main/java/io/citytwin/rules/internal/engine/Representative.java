package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A city of one class: a twin with its signature, and those that it is related to. For one thread at a time. */
final class Representative implements CityView {

    private static final String NAMESPACE = "class";
    private static final TwinId STRANGER = new TwinId(NAMESPACE, "stranger");

    /** Hardly any rules follow more paths. */
    private static final int PATHS = 64;

    private static final List<TwinId> IDS = IntStream.range(0, PATHS)
            .mapToObj(path -> new TwinId(NAMESPACE, "path" + path))
            .toList();

    private final Group group;
    private final int[] signature;
    /** What is known at the end of each path, by its number. */
    private final Map<Integer, SortedMap<String, Value>> paths = new HashMap<>();

    private final Map<TwinId, Twin> twins = new HashMap<>();
    private final Map<TwinId, Map<String, Object>> registers = new HashMap<>();

    Representative(Group group, Outlook outlook, int[] signature) {
        this.group = group;
        this.signature = signature;
        for (Outlook.Path path : outlook.paths()) {
            if (isThere(path)) {
                paths.put(path.number, values(path));
            }
        }
        outlook.paths().forEach(this::relate);
        for (Outlook.Path path : outlook.paths()) {
            SortedMap<String, Value> values = paths.get(path.number);
            if (values != null) {
                TwinId id = id(path.number);
                twins.put(id, new Twin(id, path.type(), values, new TreeMap<>(), new TreeSet<>()));
            }
        }
    }

    Twin subject() {
        return Objects.requireNonNull(twins.get(id(0)));
    }

    private static TwinId id(int path) {
        return path < IDS.size() ? IDS.get(path) : new TwinId(NAMESPACE, "path" + path);
    }

    private boolean isThere(Outlook.Path path) {
        return path.parent == null || signature[path.linkAt] == Outlook.Path.FRESH;
    }

    private SortedMap<String, Value> values(Outlook.Path path) {
        SortedMap<String, Value> values = new TreeMap<>();
        Map<String, Object> kept = new HashMap<>();
        for (Outlook.Cell cell : path.cells) {
            int code = signature[cell.at];
            if (path.type().properties().containsKey(cell.column.name())) {
                if (code != Codes.UNKNOWN) {
                    values.put(cell.column.name(), cell.codes.value(code));
                }
            } else {
                Object content = cell.column.content(code);
                kept.put(cell.column.name(), content);
                if (content instanceof Register.OfCounter.Count count) {
                    hold(values, cell.column.name(), count);
                }
            }
        }
        registers.put(id(path.number), kept);
        return values;
    }

    /** Nobody says with whom the twin is counted; whether somebody knows is seen. */
    private void hold(SortedMap<String, Value> values, String key, Register.OfCounter.Count count) {
        Optional<String> per = group.regulation().state().counters().values().stream()
                .filter(counter -> Register.OfCounter.key(group.regulation().id(), counter.name())
                        .equals(key))
                .flatMap(counter -> counter.per().stream())
                .findFirst();
        if (count.holderKnown()) {
            per.ifPresent(name -> values.putIfAbsent(name, new Value.Text("somebody")));
        }
    }

    private void relate(Outlook.Path path) {
        Outlook.Path parent = path.parent;
        SortedMap<String, Value> values = parent == null ? null : paths.get(parent.number);
        int link = signature[path.linkAt];
        if (values != null && link >= Outlook.Path.STRANGER) {
            TwinId to = link == Outlook.Path.STRANGER
                    ? STRANGER
                    : id(link == Outlook.Path.FRESH ? path.number : link - Outlook.Path.SAME);
            values.put(path.relation, new Value.Ref(to));
        }
    }

    @Override
    public Optional<Twin> twin(TwinId id) {
        return Optional.ofNullable(twins.get(id));
    }

    private <T> T kept(TwinId subject, String key, Class<T> type) {
        return type.cast(Objects.requireNonNull(
                Objects.requireNonNull(registers.get(subject)).get(key)));
    }

    @Override
    public int level(Regulation regulation, StateSpec.Level level, TwinId subject, Moment moment) {
        return kept(subject, Register.OfLevel.key(regulation.id(), level.name()), Integer.class);
    }

    @Override
    public RunLength run(Regulation regulation, StateSpec.Run run, TwinId subject, Moment moment) {
        return kept(subject, Register.OfRun.key(regulation.id(), run.name()), RunLength.class);
    }

    @Override
    public Optional<Value> input(StateSpec.Input input, TwinId subject, Moment moment) {
        return kept(subject, Register.OfInput.key(input.name()), Register.OfInput.Told.class)
                .value();
    }

    @Override
    public OptionalInt counter(Regulation regulation, StateSpec.Counter counter, Twin subject, Moment moment) {
        return kept(
                        subject.id(),
                        Register.OfCounter.key(regulation.id(), counter.name()),
                        Register.OfCounter.Count.class)
                .count();
    }
}
