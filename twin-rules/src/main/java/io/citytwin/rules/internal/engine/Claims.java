package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.Finding;
import io.citytwin.rules.directive.Doubt;
import io.citytwin.rules.internal.binary.RecordCodec;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each provision claims of each twin's actuators, since that was last certain. For one thread at a time. */
final class Claims {

    static final Comparator<Finding> CANONICAL = Comparator.<Finding, String>comparing(
                    finding -> finding.provision().id())
            .thenComparing(finding -> finding.effect().toString());

    private static final RecordCodec<EngineState.Claims> CODEC = RecordCodec.of(EngineState.Claims.class);

    private final SortedMap<Ask, Answer> answers = new TreeMap<>();

    /** What a provision is asked about. */
    record Ask(TwinId twin, String provision) implements Comparable<Ask> {

        @Override
        public int compareTo(Ask other) {
            return Comparator.comparing(Ask::twin).thenComparing(Ask::provision).compare(this, other);
        }
    }

    /** What it claims of the twin's actuators since it was last certain, and what it lacks to be certain now. */
    record Answer(List<Finding> claims, SortedSet<String> unknown) {}

    void put(Ask ask, Answer answer) {
        answers.put(ask, answer);
    }

    /** All that stands. */
    Map<Ask, Answer> all() {
        return new HashMap<>(answers);
    }

    void clear() {
        answers.clear();
    }

    List<Finding> of(Ask ask) {
        @Nullable Answer answer = answers.get(ask);
        return answer == null ? List.of() : answer.claims();
    }

    Stream<Finding> of(TwinId twin) {
        return answers.subMap(new Ask(twin, ""), new Ask(twin, "\uffff")).values().stream()
                .flatMap(answer -> answer.claims().stream());
    }

    /** The provisions of which nobody can say whether they claim, sorted by twin and provision. */
    List<Doubt> doubts() {
        return answers.entrySet().stream()
                .filter(each -> !each.getValue().unknown().isEmpty())
                .map(each -> new Doubt(
                        each.getKey().twin(),
                        each.getKey().provision(),
                        each.getValue().unknown()))
                .toList();
    }

    /** Text for {@link #restore}. */
    String state(String law) {
        List<EngineState.Claimed> all = answers.entrySet().stream()
                .map(each -> new EngineState.Claimed(
                        each.getKey().twin(),
                        each.getKey().provision(),
                        each.getValue().claims(),
                        each.getValue().unknown()))
                .toList();
        return Base64.getEncoder().encodeToString(CODEC.write(new EngineState.Claims(law, all)));
    }

    void restore(String state) {
        EngineState.Claims kept = CODEC.read(Base64.getDecoder().decode(state))
                .orElseThrow(() -> new IllegalArgumentException("the claims were written by another version"));
        kept.all().forEach(one -> put(new Ask(one.twin(), one.provision()), new Answer(one.claims(), one.unknown())));
    }

    /** What a verdict claims of the twin's actuators, each claim once, in one order. */
    static List<Finding> of(Decider.Verdict verdict, Twin subject) {
        SortedSet<Finding> distinct = new TreeSet<>(CANONICAL);
        for (Finding finding : verdict.findings()) {
            if (subject.type()
                    .actuators()
                    .containsKey(Bid.claimed(finding.effect()).orElse(""))) {
                distinct.add(finding);
            }
        }
        return List.copyOf(distinct);
    }

    /** Whether some findings say the same as others, whatever they rest on. */
    static boolean sayTheSame(List<Finding> some, List<Finding> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).saysSameAs(others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
