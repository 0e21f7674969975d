package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Effect;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells of what two versions say something different. Safe for use by many threads. */
final class Examples {

    private static final int MOST_SHOWN = 8;

    private Examples() {}

    static String text(Trial trial, Trial.Example example, Moment moment) {
        String when = LocalDateTime.ofInstant(moment.at(), moment.calendar().zone())
                .toString()
                .replace('T', ' ');
        String published = moment.published().equals(LocalDate.MAX) ? "" : " as published by " + moment.published();
        List<String> shown = trial.shown(example.values()).limit(MOST_SHOWN).toList();
        String with = shown.isEmpty() ? "" : " with " + String.join(", ", shown);
        return when + published + with + ": " + text(example.first(), example.second()) + ", changed "
                + text(example.second(), example.first());
    }

    /** What one side says and the other does not. */
    private static String text(Set<Object> said, Set<Object> other) {
        Set<Object> own = new HashSet<>(said);
        own.removeAll(other);
        return own.isEmpty()
                ? "nothing"
                : own.stream()
                        .map(one -> text((PlainRules.Said) one))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(" and "));
    }

    private static String text(PlainRules.Said said) {
        Object effect = said.effect();
        if (effect instanceof Effect.Ban ban) {
            return said.provision() + " forbids " + ban.act();
        } else if (effect instanceof Effect.Fee fee) {
            return said.provision() + " charges " + fee.fee();
        } else if (effect instanceof Effect.Limit limit) {
            return said.provision() + " limits " + limit.property() + " to " + limit.most()
                    + limit.tolerance().map(more -> " + " + more).orElse("");
        } else if (effect instanceof Worked worked) {
            return said.provision() + " computes " + worked.figure().property() + " as "
                    + worked.figure().amount();
        } else if (effect instanceof Effect.Floor floor) {
            return said.provision() + " keeps " + floor.property() + " at " + floor.least() + " or more";
        } else if (effect instanceof Effect.Claim claim) {
            return said.provision() + " sets " + claim.property() + " to " + claim.value();
        } else if (effect instanceof Effect.Target target) {
            return said.provision() + " wants " + target.level() + " " + target.state();
        } else if (effect instanceof Effect.Exemption lift) {
            return said.provision() + " lifts " + String.join(", ", lift.lifts());
        }
        return said.provision() + " applies";
    }
}
