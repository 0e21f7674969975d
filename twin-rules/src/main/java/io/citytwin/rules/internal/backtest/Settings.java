package io.citytwin.rules.internal.backtest;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Doubt;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.directive.RegulationGovernor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What devices of each class were asked for and how long, as a governor decides it step by step. It steps whenever law
 * can turn and at each start of a day, when levels do. For one thread at a time.
 */
final class Settings implements Replay.Pace {

    private final RegulationGovernor governor;
    private final List<Instant> steps;
    private final String prefix;
    private final ListMultimap<TwinId, Span> doubts = ArrayListMultimap.create();
    private int next;

    Settings(RegulationGovernor governor, String regulation, List<Instant> steps) {
        this.governor = governor;
        this.prefix = regulation + "/";
        this.steps = steps;
    }

    /** Something of a twin from one instant to another. */
    record Span(TwinId twin, String property, Instant from, Instant to, BigDecimal shift) {}

    /** All that was played, by twin. */
    record Played(
            ListMultimap<TwinId, Span> claims,
            ListMultimap<TwinId, Span> doubted,
            ListMultimap<TwinId, Directive> directives,
            Instant start) {

        List<Span> spans(TwinId twin, String property) {
            return claims.get(twin).stream()
                    .filter(span -> span.property().equals(property))
                    .toList();
        }

        List<Span> doubts(TwinId twin) {
            return doubted.get(twin);
        }

        /** Those before the start brought devices to where they were. */
        List<Instant> issued(TwinId twin, String property) {
            return directives.get(twin).stream()
                    .filter(directive -> directive.property().equals(property))
                    .map(Directive::issuedAt)
                    .filter(issued -> !issued.isBefore(start))
                    .toList();
        }
    }

    @Override
    public void upTo(Instant moment) {
        while (next < steps.size() && !steps.get(next).isAfter(moment)) {
            Instant step = steps.get(next);
            governor.step(step);
            next++;
            Instant until = next < steps.size() ? steps.get(next) : step;
            for (Doubt doubt : governor.doubts()) {
                if (doubt.provision().startsWith(prefix)) {
                    doubts.put(doubt.twin(), new Span(doubt.twin(), "", step, until, BigDecimal.ZERO));
                }
            }
        }
    }

    private boolean isOurs(Ledger.Entry entry) {
        return entry.directive()
                .filter(directive -> directive.cause().provision().startsWith(prefix))
                .isPresent();
    }

    /**
     * What came of it.
     *
     * @param twins by id
     * @param start of what is reported
     * @param end of it
     */
    Played played(Map<TwinId, Twin> twins, Instant start, Instant end) {
        ListMultimap<TwinId, Directive> directives = ArrayListMultimap.create();
        governor.ledger().entries().stream()
                .filter(this::isOurs)
                .flatMap(entry -> entry.directive().stream())
                .forEach(directive -> directives.put(directive.twin(), directive));
        return new Played(claims(twins, end), doubts, directives, start);
    }

    /** From each claim of the regulation until something else is asked. */
    private ListMultimap<TwinId, Span> claims(Map<TwinId, Twin> twins, Instant end) {
        ListMultimap<TwinId, Span> spans = ArrayListMultimap.create();
        Map<ActuatorId, Ledger.Entry> open = new TreeMap<>();
        for (Ledger.Entry entry : governor.ledger().entries()) {
            if (entry.directive().isEmpty()) {
                continue;
            }
            Ledger.Entry before = entry.award().isPresent() && isOurs(entry)
                    ? open.put(entry.actuator(), entry)
                    : open.remove(entry.actuator());
            Optional.ofNullable(before).ifPresent(claim -> put(spans, span(claim, entry.at(), twins)));
        }
        open.values().forEach(claim -> put(spans, span(claim, end, twins)));
        return spans;
    }

    private static void put(ListMultimap<TwinId, Span> spans, Span span) {
        spans.put(span.twin(), span);
    }

    private static Span span(Ledger.Entry claim, Instant until, Map<TwinId, Twin> twins) {
        Directive directive = claim.directive().orElseThrow();
        return new Span(directive.twin(), directive.property(), claim.at(), until, shift(directive, twins));
    }

    private static BigDecimal shift(Directive directive, Map<TwinId, Twin> twins) {
        Value resting = Optional.ofNullable(twins.get(directive.twin()))
                .map(twin -> twin.type().actuators().get(directive.property()))
                .map(actuator -> actuator.resting())
                .orElse(directive.value());
        return resting instanceof Quantity rest && directive.value() instanceof Quantity asked
                ? rest.amount().subtract(asked.amount())
                : BigDecimal.ZERO;
    }
}
