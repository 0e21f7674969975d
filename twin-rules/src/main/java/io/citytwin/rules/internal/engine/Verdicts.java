package io.citytwin.rules.internal.engine;

import io.citytwin.rules.StandingFindings.Verdict;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one group of rules says of each class, under the law as it is and as it was a step before. For one thread at a time. */
final class Verdicts {

    /** So many laws come and go by the hour and the day of the week. */
    private static final int LAWS = 8;
    /** The class of twins that are not there. */
    private static final int NOTHING = 0;

    private final Group group;
    private final Outlook outlook;
    private final Signatures signatures;
    private final Judge judge;
    private Verdict silence;
    private final Map<Verdict, Verdict> shared = new HashMap<>();
    private final Map<List<Object>, @Nullable Verdict[]> recent = new LinkedHashMap<>(LAWS, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, @Nullable Verdict[]> eldest) {
            return size() > LAWS;
        }
    };
    private @Nullable LawSeen law;
    private @Nullable Verdict[] now;
    private @Nullable Verdict[] before;

    /** Says what rules say of a class. */
    interface Judge {
        Verdict verdict(Group group, Outlook outlook, int[] signature, Moment moment);
    }

    /** What the rules see of the law, and a moment at which they do. */
    private record LawSeen(List<Object> sees, Moment moment) {

        static LawSeen of(Scene law, Moment moment) {
            return new LawSeen(List.of(law.facts, law.unknown, law.switchedOn), moment);
        }
    }

    Verdicts(Group group, Outlook outlook, Signatures signatures, Judge judge) {
        this.group = group;
        this.outlook = outlook;
        this.signatures = signatures;
        this.judge = judge;
        this.silence = new Verdict(
                group.regulation().id() + "/" + group.name(),
                List.of(),
                Collections.unmodifiableSortedSet(new TreeSet<>()));
        shared.put(silence, silence);
        now = grown(new Verdict[0]);
        before = now;
    }

    Group group() {
        return group;
    }

    String provision() {
        return silence.provision();
    }

    /** Verdicts that are the same as those of the same provision under another law are the same objects; before any is asked for. */
    void share(Verdicts other) {
        shared.putAll(other.shared);
        silence = other.silence;
        now = grown(now);
        before = now;
    }

    /** Whether the rules are the same and see the same of the law, so that they say the same of every twin. */
    boolean isSameAs(Verdicts other) {
        return group.hasRulesOf(other.group)
                && law != null
                && other.law != null
                && law.sees().equals(other.law.sees());
    }

    /** What is said where nothing is said. */
    Verdict silence() {
        return silence;
    }

    private @Nullable Verdict[] grown(@Nullable Verdict[] verdicts) {
        @Nullable
        Verdict[] more = verdicts.length < signatures.room() ? Arrays.copyOf(verdicts, signatures.room()) : verdicts;
        more[NOTHING] = silence;
        return more;
    }

    /** There is room for more classes. */
    void grow() {
        boolean same = isLawSame();
        now = grown(now);
        before = same ? now : grown(before);
    }

    boolean isLawSame() {
        return now == before;
    }

    /** The rules see the law of a moment from now on. */
    void goBy(Scene other, Moment moment) {
        LawSeen next = LawSeen.of(other, moment);
        if (law == null) {
            law = next;
        } else if (!law.sees().equals(next.sees())) {
            recent.put(law.sees(), now);
            now = under(next);
            law = next;
        }
    }

    /** Works out what will be said of some classes under the law of a moment to come. */
    void prepare(Scene other, Moment moment, int[] members) {
        LawSeen next = LawSeen.of(other, moment);
        if (law != null && !law.sees().equals(next.sees())) {
            @Nullable Verdict[] then = under(next);
            for (int one = 1; one < signatures.end(); one++) {
                if (members[one] > 0 && then[one] == null) {
                    then[one] = shared(judge.verdict(group, outlook, signatures.get(one), moment));
                }
            }
            recent.put(next.sees(), then);
        }
    }

    /** Under this law as far as it was worked out before. */
    private @Nullable Verdict[] under(LawSeen next) {
        return grown(recent.getOrDefault(next.sees(), new Verdict[0]));
    }

    private Verdict shared(Verdict fresh) {
        return shared.computeIfAbsent(fresh, same -> same);
    }

    Verdict now(int one) {
        Verdict known = now[one];
        if (known == null) {
            known = shared(judge.verdict(
                    group,
                    outlook,
                    signatures.get(one),
                    Objects.requireNonNull(law).moment()));
            now[one] = known;
        }
        return known;
    }

    /** As of the end of the last step; of a class that had a twin then. */
    Verdict before(int one) {
        return Objects.requireNonNull(before[one]);
    }

    /** The classes with twins of which something else is said than before; none if there is no such class. */
    @SuppressWarnings("ReferenceEquality") // equal verdicts are the same object
    boolean[] others(int[] members) {
        boolean[] others = {};
        for (int one = 1; one < signatures.end(); one++) {
            if (members[one] > 0 && before[one] != null && before[one] != now(one)) {
                others = others.length == 0 ? new boolean[members.length] : others;
                others[one] = true;
            }
        }
        return others;
    }

    /** A step ends. */
    void settle() {
        before = now;
    }

    /** The classes have other numbers, 0 for those that are no more. */
    void rename(int[] numbers) {
        @Nullable Verdict[] renamed = grown(new Verdict[0]);
        for (int one = 1; one < numbers.length; one++) {
            if (numbers[one] != NOTHING) {
                renamed[numbers[one]] = now[one];
            }
        }
        now = renamed;
        before = now;
        recent.clear();
    }
}
