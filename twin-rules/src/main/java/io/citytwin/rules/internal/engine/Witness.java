package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Is told of everything that rules are asked, so that somebody can say what cases look at. For one thread at a time. */
public interface Witness {

    /**
     * A group of rules is asked about a twin.
     *
     * @param asked what the rules get to see
     */
    void asked(Asked asked);

    /**
     * What a group of rules gets to see for one question. Immutable.
     *
     * @param regulation of the rules
     * @param rules of the group
     * @param switchedOn names of the rules whose provision and law are in force
     * @param facts of the law first; cells that nobody knows are null
     * @param rows role of a fact to the place of the table row behind it
     * @param day asked about
     * @param published law published later is not seen
     */
    record Asked(
            Regulation regulation,
            List<Rule> rules,
            Set<String> switchedOn,
            List<Fact> facts,
            Map<String, Place> rows,
            LocalDate day,
            LocalDate published) {

        static Asked of(Group group, Scene scene, Moment moment) {
            return new Asked(
                    group.regulation(),
                    group.rules(),
                    Set.copyOf(scene.switchedOn),
                    List.copyOf(scene.facts),
                    scene.rows.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    row -> row.getValue().row().place())),
                    moment.day(),
                    moment.published());
        }
    }
}
