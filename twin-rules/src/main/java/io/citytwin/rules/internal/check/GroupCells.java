package io.citytwin.rules.internal.check;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Unit;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.internal.engine.Cuts;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.KeyKind;
import io.citytwin.rules.internal.grammar.FactType.NameKind;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Signed;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.GroupReads;
import io.citytwin.rules.verify.GroupReads.Cell;
import io.citytwin.rules.verify.GroupReads.How;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Works out what the rules of a group can tell apart. Immutable. */
public final class GroupCells {

    private static final int STATE = 2;

    private final Checked folder;
    private final String group;
    private final List<Rule> rules;

    private GroupCells(Checked folder, String group, List<Rule> rules) {
        this.folder = folder;
        this.group = group;
        this.rules = rules;
    }

    /**
     * The groups of one regulation.
     *
     * @param loaded all regulations
     * @param regulation one of them
     * @return in the order of their names
     */
    public static List<GroupReads> of(Collection<Regulation> loaded, Regulation regulation) {
        Checked folder = new Checked(
                regulation,
                loaded.stream()
                        .collect(Collectors.toMap(Regulation::id, one -> one, (first, second) -> first, TreeMap::new)),
                new Checked.Settings(AssetTypes.builtIn(), CivilCalendar.italy(), LocalDate.EPOCH, 0));
        SortedMap<String, List<Rule>> groups = new TreeMap<>();
        folder.rules()
                .forEach(rule -> groups.computeIfAbsent(nameOf(rule), key -> new ArrayList<>())
                        .add(rule));
        return groups.entrySet().stream()
                .map(entry -> new GroupCells(folder, entry.getKey(), entry.getValue()).reads())
                .toList();
    }

    /** Rules that move a level are asked together, all others by their provision. */
    private static String nameOf(Rule rule) {
        if (rule.action() instanceof Rule.Raise raise) {
            return raise.level();
        }
        return rule.action() instanceof Rule.Clear clear ? clear.level() : rule.provision();
    }

    private GroupReads reads() {
        List<Cell> cells = new ArrayList<>();
        SortedMap<String, FactType> types = new TreeMap<>();
        SortedMap<String, SortedSet<Integer>> slots = new TreeMap<>();
        for (Rule rule : rules) {
            rule.conditions().forEach(one -> types.put(one.type().name(), one.type()));
            Reads.of(rule)
                    .forEach((type, read) ->
                            slots.computeIfAbsent(type, key -> new TreeSet<>()).addAll(read));
        }
        Cuts cuts = Cuts.of(folder.regulation(), folder::lawOf, rules);
        types.values().stream()
                .filter(type -> type.origin() == Origin.ASSET)
                .forEach(type -> slots.getOrDefault(type.name(), new TreeSet<>())
                        .forEach(slot -> cell(type, slot, cuts).ifPresent(cells::add)));
        cuts.bits().forEach(bit -> cells.add(new Cell(bit, How.BIT, "holds or not", 2)));
        String jurisdiction = folder.regulation().jurisdiction();
        if (jurisdiction.length() > STATE) {
            cells.add(new Cell("where", How.ZONE, "in " + jurisdiction + " or not", 2));
        }
        SortedSet<String> law = new TreeSet<>();
        rules.forEach(rule -> LawSlice.reads(folder, rule)
                .forEach(read -> law.add(
                        read.regulation().equals(folder.regulation())
                                ? read.parameter().name()
                                : read.regulation().id() + "/"
                                        + read.parameter().name())));
        return new GroupReads(folder.regulation().id(), group, cells, List.copyOf(law), product(cells));
    }

    private Optional<Cell> cell(FactType type, int slot, Cuts cuts) {
        FactType.Slot read = type.slots().get(slot);
        String name = type.name() + "." + read.name();
        boolean register = isRegister(type.name(), read.name());
        if (said(type, slot)) {
            return Optional.of(new Cell(name, How.VALUE, "said in a consequence", 0));
        } else if (read.kind() instanceof NameKind names) {
            List<String> all = names.of().names();
            return Optional.of(new Cell(name, register ? How.REGISTER : How.EXACT, all.size() + " names", all.size()));
        } else if (read.kind() instanceof FlagKind) {
            return Optional.of(new Cell(name, How.EXACT, "yes or no", 2));
        } else if (read.kind() instanceof NumberKind number) {
            Cuts.Cut cut = cuts.of(name);
            return cut.parts() == 1
                    ? Optional.empty()
                    : Optional.of(new Cell(
                            name,
                            register ? How.REGISTER : How.CUT,
                            "at " + cut.text()
                                    + (number.unit() == Unit.ONE
                                            ? ""
                                            : " " + number.unit().symbol()),
                            cut.parts()));
        }
        return read.kind() instanceof KeyKind key && !read.name().equals("id")
                ? Optional.of(new Cell(name, How.RELATION, "to the " + key.assetType() + " looked at or not", 2))
                : Optional.empty();
    }

    /** Whatever a type does not hold itself is declared state, here or in a regulation that is used. */
    private boolean isRegister(String type, String property) {
        return folder.settings()
                .assets()
                .find(type)
                .map(asset -> !asset.properties().containsKey(property))
                .orElse(false);
    }

    private boolean said(FactType type, int slot) {
        return rules.stream()
                .anyMatch(rule -> rule.action().terms().stream()
                        .map(Signed::operand)
                        .anyMatch(operand -> operand instanceof CellOf cell
                                && cell.slot() == slot
                                && rule.conditions()
                                        .get(cell.condition())
                                        .type()
                                        .equals(type)));
    }

    /** Each cell can be unknown as well. */
    private static BigInteger product(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.how() != How.VALUE)
                .map(cell -> BigInteger.valueOf(cell.values() + 1L))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
