package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** A city of one class: a twin with its signature, and those that it is related to. For one thread at a time. */
final class Representative implements CityView {

    private static final String NAMESPACE = "class";
    private static final TwinId STRANGER = new TwinId(NAMESPACE, "stranger");

    private final Group group;
    private final int[] signature;
    private final Map<TwinId, Twin> twins = new HashMap<>();
    private final Map<TwinId, Map<String, Object>> registers = new HashMap<>();

    Representative(Group group, Outlook outlook, int[] signature) {
        this.group = group;
        this.signature = signature;
        outlook.paths().stream().filter(this::isThere).forEach(path -> twins.put(id(path.number), twin(path)));
        outlook.paths().forEach(this::relate);
    }

    Twin subject() {
        return Objects.requireNonNull(twins.get(id(0)));
    }

    private static TwinId id(int path) {
        return new TwinId(NAMESPACE, "path" + path);
    }

    private boolean isThere(Outlook.Path path) {
        return path.parent == null || signature[path.linkAt] == Outlook.Path.FRESH;
    }

    private Twin twin(Outlook.Path path) {
        Twin twin = Twin.of(id(path.number), path.type());
        Map<String, Object> kept = new HashMap<>();
        for (Outlook.Cell cell : path.cells) {
            int code = signature[cell.at];
            if (path.type().properties().containsKey(cell.column.name())) {
                twin = code == Codes.UNKNOWN ? twin : twin.with(cell.column.name(), cell.codes.value(code));
            } else {
                Object content = cell.column.content(code);
                kept.put(cell.column.name(), content);
                if (content instanceof Register.OfCounter.Count count) {
                    twin = held(twin, cell.column.name(), count);
                }
            }
        }
        registers.put(twin.id(), kept);
        return twin;
    }

    /** Nobody says with whom the twin is counted; whether somebody knows is seen. */
    private Twin held(Twin twin, String key, Register.OfCounter.Count count) {
        Optional<String> per = group.regulation().state().counters().values().stream()
                .filter(counter -> Register.OfCounter.key(group.regulation().id(), counter.name())
                        .equals(key))
                .flatMap(counter -> counter.per().stream())
                .findFirst();
        return per.isPresent() && count.holderKnown() && twin.value(per.get()).isEmpty()
                ? twin.with(per.get(), new Value.Text("somebody"))
                : twin;
    }

    private void relate(Outlook.Path path) {
        Outlook.Path parent = path.parent;
        if (parent == null || !twins.containsKey(id(parent.number))) {
            return;
        }
        int link = signature[path.linkAt];
        if (link >= Outlook.Path.STRANGER) {
            TwinId to = link == Outlook.Path.STRANGER
                    ? STRANGER
                    : id(link == Outlook.Path.FRESH ? path.number : link - Outlook.Path.SAME);
            twins.computeIfPresent(id(parent.number), (key, twin) -> twin.with(path.relation, to));
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
