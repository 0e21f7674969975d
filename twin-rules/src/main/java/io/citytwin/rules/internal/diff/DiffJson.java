package io.citytwin.rules.internal.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.rules.regulation.Validity;
import io.citytwin.rules.verify.LawDiff;
import io.citytwin.rules.verify.LawDiffEntry;
import io.citytwin.rules.verify.LawDiffEntry.Version;

/** Writes differences for programs. Immutable. */
public final class DiffJson {

    private DiffJson() {}

    /**
     * All differences.
     *
     * @param diff what changed
     * @return an object with the list {@code changes}, indented, with a line end
     */
    public static String of(LawDiff diff) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode changes = root.putArray("changes");
        diff.entries().forEach(entry -> write(entry, changes.addObject()));
        return root.toPrettyString() + "\n";
    }

    private static void write(LawDiffEntry entry, ObjectNode node) {
        node.put("regulation", entry.regulation());
        node.put("kind", entry.kind().label());
        node.put("topic", entry.topic().label());
        node.put("name", entry.name());
        entry.period().ifPresent(days -> {
            node.put("firstDay", days.first().toString());
            days.last().ifPresent(last -> node.put("lastDay", last.toString()));
        });
        entry.before().ifPresent(version -> write(version, node.putObject("before")));
        entry.after().ifPresent(version -> write(version, node.putObject("after")));
        entry.details().forEach(node.putArray("details")::add);
        entry.readBy().forEach(node.putArray("readBy")::add);
    }

    private static void write(Version version, ObjectNode node) {
        node.put("text", version.text());
        version.validity().ifPresent(validity -> write(validity, node));
    }

    private static void write(Validity validity, ObjectNode node) {
        node.put("from", validity.from().toString());
        validity.lastDay().ifPresent(day -> node.put("lastDay", day.toString()));
        validity.published().ifPresent(day -> node.put("published", day.toString()));
        validity.moves().ifPresent(day -> node.put("moves", day.toString()));
        node.put("source", validity.source().toString());
        node.put("confidence", validity.confidence().label());
    }
}
