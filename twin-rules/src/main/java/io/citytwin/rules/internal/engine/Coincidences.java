package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways in which several relations can lead to one twin, such as where a vehicle is and where its holder lives.
 * Immutable.
 */
final class Coincidences {

    private static final String SELF = "self";
    private static final String ID = "id";
    /** Seven relations to twins of one type can lead to one and the same, to seven others, or to some of each in 877 ways. */
    private static final int MOST = 1_000;

    private final List<Fact> facts;
    private final Set<String> several = new HashSet<>();

    /** Some facts kept, and for each other one the role of that which it is. */
    private record Way(List<Fact> kept, Map<String, String> same) {}

    /** A twin and those that it is related to, each by a relation of its own. */
    Coincidences(List<Fact> facts) {
        this.facts = List.copyOf(facts);
        Set<String> seen = new HashSet<>();
        facts.stream()
                .map(fact -> fact.type().name())
                .filter(type -> !seen.add(type))
                .forEach(several::add);
    }

    /** Whether all ways are known: a twin that leads on to others could be the same as another one only with them. */
    boolean known() {
        boolean leaves = facts.stream()
                .filter(fact -> several.contains(fact.type().name()))
                .allMatch(fact -> !fact.role().equals(SELF) && !leadsOn(fact));
        return leaves && (several.isEmpty() || ways().size() <= MOST);
    }

    private static boolean leadsOn(Fact fact) {
        List<FactType.Slot> slots = fact.type().slots();
        for (int slot = 0; slot < slots.size(); slot++) {
            boolean relation = slots.get(slot).kind() instanceof FactType.KeyKind
                    && !slots.get(slot).name().equals(ID);
            if (relation && fact.cell(slot) != null) {
                return true;
            }
        }
        return false;
    }

    /** The facts in each way; all of them apart come first. */
    List<List<Fact>> all() {
        return ways().stream().map(Coincidences::facts).toList();
    }

    private List<Way> ways() {
        List<Way> ways = List.of(new Way(List.of(), Map.of()));
        for (Fact fact : facts) {
            List<Way> longer = new ArrayList<>();
            for (Way way : ways) {
                List<Fact> kept = new ArrayList<>(way.kept());
                kept.add(fact);
                longer.add(new Way(kept, way.same()));
                way.kept().stream()
                        .filter(other -> other.type().equals(fact.type()))
                        .map(other -> new Way(way.kept(), with(way.same(), fact.role(), other.role())))
                        .forEach(longer::add);
            }
            if (longer.size() > MOST) {
                return longer;
            }
            ways = longer;
        }
        return ways;
    }

    private static Map<String, String> with(Map<String, String> same, String role, String other) {
        Map<String, String> more = new HashMap<>(same);
        more.put(role, other);
        return more;
    }

    private static List<Fact> facts(Way way) {
        return way.kept().stream().map(fact -> redirected(fact, way.same())).toList();
    }

    private static Fact redirected(Fact fact, Map<String, String> same) {
        Fact redirected = fact;
        List<FactType.Slot> slots = fact.type().slots();
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot).kind() instanceof FactType.KeyKind
                    && fact.cell(slot) instanceof String role
                    && same.containsKey(role)) {
                redirected = redirected.with(slot, same.getOrDefault(role, role));
            }
        }
        return redirected;
    }
}
