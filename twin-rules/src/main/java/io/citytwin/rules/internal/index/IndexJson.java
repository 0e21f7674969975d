package io.citytwin.rules.internal.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.rules.internal.report.Json;
import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.regulation.Wording;
import io.citytwin.rules.verify.IndexedFact;
import io.citytwin.rules.verify.IndexedPlace;
import io.citytwin.rules.verify.IndexedProvision;
import io.citytwin.rules.verify.IndexedRegulation;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import io.citytwin.rules.verify.LawIndex;
import java.util.List;
import java.util.SortedMap;

/** Writes an index for programs. Immutable. */
public final class IndexJson {

    private static final String FORMAT = "citytwin-index/1";

    private IndexJson() {}

    /**
     * All of it.
     *
     * @param index of regulations
     * @return a JSON object of several lines, in ASCII
     */
    public static String of(LawIndex index) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("at", index.at().toString());
        counts(index.counts(), root);
        ArrayNode regulations = root.putArray("regulations");
        index.regulations().forEach(one -> write(one, index, regulations.addObject()));
        ArrayNode places = root.putArray("places");
        index.places().forEach(place -> write(place, index, places.addObject()));
        return Json.text(root);
    }

    private static void counts(SortedMap<Sureness, Integer> counts, ObjectNode to) {
        ObjectNode node = to.putObject("counts");
        counts.forEach((sureness, count) -> node.put(sureness.label(), count));
    }

    private static void write(IndexedRegulation one, LawIndex index, ObjectNode node) {
        node.put("id", one.regulation().id());
        write(one.regulation().title(), node.putObject("title"));
        node.put("jurisdiction", one.regulation().jurisdiction());
        node.put("authority", one.regulation().authority());
        node.put("rank", one.rank());
        node.put("verified", one.regulation().verified().toString());
        ArrayNode uses = node.putArray("uses");
        one.regulation().uses().values().stream().distinct().forEach(uses::add);
        ArrayNode provisions = node.putArray("provisions");
        one.provisions().forEach(provision -> write(provision, index, provisions.addObject()));
        ArrayNode sources = node.putArray("sources");
        one.regulation().sources().values().forEach(source -> write(source, sources.addObject()));
        counts(one.counts(), node);
        facts(one.doubtful(), node.putArray("doubtful"));
        facts(one.planned(), node.putArray("planned"));
        one.gaps().forEach(node.putArray("gaps")::add);
    }

    private static void write(Wording wording, ObjectNode node) {
        wording.byLanguage().forEach(node::put);
    }

    private static void write(IndexedProvision one, LawIndex index, ObjectNode node) {
        node.put("name", one.provision().name());
        write(one.provision().title(), node.putObject("title"));
        one.provision().says().ifPresent(says -> write(says, node.putObject("says")));
        write(one.days(), node);
        node.put("inForce", one.provision().inForceOn(index.at()));
        node.put("source", one.provision().source().key());
        one.provision().sureness().ifPresent(sureness -> node.put("sureness", sureness.label()));
        one.provision().conflict().ifPresent(other -> node.put("conflict", other));
        ArrayNode changes = node.putArray("changes");
        one.changes().forEach(change -> {
            ObjectNode turn = changes.addObject().put("day", change.day().toString());
            change.parameters().forEach(turn.putArray("parameters")::add);
        });
        ArrayNode unread = node.putArray("unread");
        one.unread().forEach(gap -> {
            ObjectNode span = unread.addObject();
            write(gap.days(), span);
            span.put("whole", gap.whole());
            gap.parameters().forEach(span.putArray("parameters")::add);
        });
    }

    private static void write(Period days, ObjectNode node) {
        node.put("firstDay", days.first().toString());
        days.last().ifPresent(last -> node.put("lastDay", last.toString()));
    }

    private static void write(LegalSource source, ObjectNode node) {
        node.put("key", source.key());
        node.put("act", source.act());
        source.dated().ifPresent(day -> node.put("dated", day.toString()));
        source.part().ifPresent(part -> node.put("part", part));
        source.url().ifPresent(url -> node.put("url", url));
    }

    private static void facts(List<IndexedFact> facts, ArrayNode all) {
        facts.forEach(fact -> {
            ObjectNode node = all.addObject();
            node.put("kind", fact.kind().label());
            node.put("name", fact.name());
            node.put("text", fact.text());
            fact.days().ifPresent(days -> write(days, node));
            fact.sureness().ifPresent(one -> node.put("sureness", one.label()));
            fact.rows().forEach(node.putArray("rows")::add);
            fact.note().ifPresent(note -> node.put("note", note));
            fact.conflict().ifPresent(other -> node.put("conflict", other));
            fact.source().ifPresent(source -> node.put("source", source.key()));
            node.put("file", fact.place().file());
            node.put("line", fact.place().line());
        });
    }

    private static void write(IndexedPlace place, LawIndex index, ObjectNode node) {
        node.put("label", place.label());
        place.codes().forEach(node.putArray("codes")::add);
        ArrayNode regulations = node.putArray("regulations");
        index.in(place).forEach(one -> regulations.add(one.regulation().id()));
    }
}
