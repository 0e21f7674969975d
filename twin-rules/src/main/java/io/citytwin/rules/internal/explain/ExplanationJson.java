package io.citytwin.rules.internal.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.DayValue;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Justification;
import io.citytwin.rules.Unmet;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.Flip;
import io.citytwin.rules.verify.LevelExplanation;
import io.citytwin.rules.verify.Turn;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes explanations as JSON, keys in a fixed order. Safe for use by many threads. */
public final class ExplanationJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ExplanationJson() {}

    /**
     * A decision and what would flip it.
     *
     * @param explanation of a decision
     * @param language of the sentences for citizens
     * @return an object
     */
    public static String of(Explanation explanation, String language) {
        Decision decision = explanation.decision();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("question", Phrased.question(decision.question()));
        root.put(
                "at",
                ExplanationText.civil(decision.asOf().at(), decision.zone()).toString());
        root.put("outcome", decision.outcome().name());
        decision.fee().ifPresent(fee -> root.put("fee", fee.toString()));
        explanation
                .answer()
                .limit()
                .ifPresent(limit -> root.put("limit", limit.most().toString()));
        strings(root, "unknown", decision.unknown());
        strings(root, "spends", decision.spends());
        findings(root, "why", decision.findings(), language);
        ArrayNode lifted = root.putArray("lifted");
        decision.lifted()
                .forEach(one -> lifted.addObject()
                        .put("provision", one.finding().provision().id())
                        .put("by", one.by().provision().id()));
        ArrayNode not = root.putArray("whyNot");
        decision.notApplied().forEach(one -> not(not.addObject(), one));
        flips(root, explanation.flips());
        ArrayNode turns = root.putArray("time");
        explanation.earlier().ifPresent(turn -> turn(turns.addObject(), turn, explanation));
        explanation.later().ifPresent(turn -> turn(turns.addObject(), turn, explanation));
        root.put("lookedFrom", explanation.from().toString());
        root.put("lookedUntil", explanation.until().toString());
        return written(root);
    }

    private static void turn(ObjectNode node, Turn turn, Explanation explanation) {
        node.put(
                        turn.later() ? "from" : "until",
                        ExplanationText.civil(
                                        turn.moment(), explanation.decision().zone())
                                .toString())
                .put(
                        "keeps",
                        ExplanationText.civil(
                                        turn.keeps(), explanation.decision().zone())
                                .toString())
                .put("then", turn.then().toString());
    }

    private static void findings(ObjectNode root, String name, List<Finding> findings, String language) {
        ArrayNode all = root.putArray(name);
        findings.forEach(finding -> {
            ObjectNode node = all.addObject();
            node.put("provision", finding.provision().id());
            node.put("title", finding.provision().title().in(language));
            node.put("source", finding.provision().source().toString());
            finding.provision().confidence().ifPresent(read -> node.put("confidence", read.label()));
            node.put("effect", Phrased.effect(finding.effect()));
            finding.why().says().ifPresent(says -> node.put("says", says.in(language)));
            why(node, finding.why(), language);
        });
    }

    private static void why(ObjectNode node, Justification why, String language) {
        ArrayNode law = node.putArray("law");
        why.law().forEach(read -> {
            ObjectNode value = law.addObject()
                    .put("regulation", read.regulation())
                    .put("parameter", read.parameter())
                    .put("value", read.value())
                    .put("from", read.dated().from().toString());
            read.dated().lastDay().ifPresent(day -> value.put("lastDay", day.toString()));
            read.dated().published().ifPresent(day -> value.put("published", day.toString()));
            value.put("source", read.dated().source().toString());
            value.put("confidence", read.dated().confidence().label());
            read.dated().validity().conflict().ifPresent(other -> value.put("conflict", other));
        });
        ArrayNode readings = node.putArray("readings");
        why.readings().forEach(read -> {
            ObjectNode value = readings.addObject()
                    .put("twin", read.twin().toString())
                    .put("property", read.property())
                    .put("value", read.value().orElse(null));
            read.observation()
                    .ifPresent(seen -> value.put("source", seen.source())
                            .put("measuredAt", seen.measuredAt().toString())
                            .put("quality", seen.quality().name()));
        });
        ArrayNode levels = node.putArray("levels");
        why.levels().forEach(level -> level(levels.addObject(), level, language));
    }

    private static void level(ObjectNode node, LevelDecision level, String language) {
        node.put("level", level.regulation() + "/" + level.level())
                .put("twin", level.subject().toString())
                .put("decidedAt", level.decidedAt().toString())
                .put("inForce", level.inForce().toString())
                .put("before", level.before())
                .put("after", level.after())
                .put("reason", level.reason().name());
        strings(node, "unknown", level.unknown());
        findings(node, "why", level.findings(), language);
    }

    private static void not(ObjectNode node, Decision.NotApplied not) {
        node.put("provision", not.provision().id());
        node.put("failed", not.failed());
        not.unmet().ifPresent(unmet -> {
            node.put("rule", unmet.rule());
            node.put("condition", unmet.condition());
            node.put("place", unmet.place().toString());
            comparisons(node, "comparisons", unmet.failed());
            comparisons(node, "held", unmet.held());
        });
    }

    private static void comparisons(ObjectNode node, String name, List<Unmet.Comparison> comparisons) {
        ArrayNode all = node.putArray(name);
        comparisons.forEach(one -> {
            ObjectNode entry = all.addObject()
                    .put("of", one.of())
                    .put("path", one.path())
                    .put("property", one.property())
                    .put("value", one.value().map(Value::toString).orElse(null))
                    .put("sign", one.sign());
            strings(entry, "limits", one.limits());
            entry.put("place", one.place().toString());
        });
    }

    private static void flips(ObjectNode root, List<? extends Flip<?>> flips) {
        ArrayNode all = root.putArray("flips");
        flips.forEach(flip -> {
            ObjectNode node = all.addObject()
                    .put("cell", kind(flip.cell()))
                    .put("twin", flip.cell().twin().toString())
                    .put("name", flip.cell().name());
            if (flip.cell() instanceof Cell.Daily daily) {
                node.put("day", daily.day().toString());
            }
            node.put("now", text(flip.now()))
                    .put("value", flip.value().toString())
                    .put("keeps", text(flip.keeps()))
                    .put("then", flip.then().toString());
        });
    }

    private static String kind(Cell cell) {
        if (cell instanceof Cell.Property) {
            return "property";
        } else if (cell instanceof Cell.Ground) {
            return "ground";
        } else if (cell instanceof Cell.Level) {
            return "level";
        } else if (cell instanceof Cell.Told) {
            return "input";
        }
        return cell instanceof Cell.Count ? "counter" : "indicator";
    }

    private static @Nullable String text(Optional<Value> value) {
        return value.map(Value::toString).orElse(null);
    }

    /**
     * A level on a day and what would flip it.
     *
     * @param explanation of a level
     * @param language of the sentences for citizens
     * @return an object
     */
    public static String of(LevelExplanation explanation, String language) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put(
                        "level",
                        explanation.level().regulation() + "/"
                                + explanation.level().name())
                .put("twin", explanation.level().twin().toString())
                .put("day", explanation.level().day().toString())
                .put("state", explanation.state());
        explanation.change().ifPresent(change -> level(root.putObject("change"), change, language));
        explanation.decision().ifPresent(decision -> level(root.putObject("decision"), decision, language));
        runs(root, explanation);
        flips(root, explanation.flips());
        ArrayNode ahead = root.putArray("ahead");
        explanation
                .ahead()
                .forEach(one -> ahead.addObject()
                        .put("indicator", one.indicator())
                        .put("first", one.first().toString())
                        .put("days", one.days())
                        .put("value", one.value().toString())
                        .put("keeps", one.keeps().toString())
                        .put("then", one.then())
                        .put("inForce", one.inForce().toString()));
        return written(root);
    }

    private static void runs(ObjectNode root, LevelExplanation explanation) {
        ArrayNode runs = root.putArray("runs");
        explanation.runs().forEach(run -> {
            ObjectNode node = runs.addObject()
                    .put("run", run.name())
                    .put("indicator", run.indicator())
                    .put("above", run.above())
                    .put("day", run.newest().day().toString())
                    .put(
                            "value",
                            run.newest() instanceof DayValue.Known known
                                    ? known.value().toString()
                                    : null)
                    .put(
                            "limit",
                            run.limit().map(dated -> dated.value().toString()).orElse(null))
                    .put("least", run.length().min())
                    .put("most", run.length().max());
            ArrayNode needed = node.putArray("needed");
            run.needed().forEach(needed::add);
        });
    }

    private static void strings(ObjectNode node, String name, Collection<?> values) {
        ArrayNode all = node.putArray(name);
        values.forEach(value -> all.add(value.toString()));
    }

    private static String written(ObjectNode root) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always written", impossible);
        }
    }
}
