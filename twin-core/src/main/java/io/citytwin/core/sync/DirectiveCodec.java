package io.citytwin.core.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.ValueForm;
import java.time.Instant;
import java.util.Optional;

/** Writes what becomes of directives for the journal and reads it again. Safe for use by many threads. */
final class DirectiveCodec {

    static final String STREAM = "directives";
    private static final int SCHEMA = 1;

    private DirectiveCodec() {}

    /** What a directive says, with its first state. */
    static Journal.Entry issued(DirectiveRecord record, boolean personal) {
        Directive directive = record.directive();
        return entry(record, personal ? Optional.of(directive.issuedAt()) : Optional.empty(), json -> {
            json.writeStringField("property", directive.property());
            JsonLine.value(json, Optional.of(directive.value()));
            json.writeStringField("kind", directive.kind().name());
            json.writeStringField("provision", directive.cause().provision());
            json.writeStringField("reason", directive.cause().reason());
            json.writeStringField("since", directive.cause().since().toString());
            if (record.adapter().isPresent()) {
                json.writeStringField("adapter", record.adapter().get());
            }
            if (record.before().isPresent()) {
                json.writeFieldName("before");
                ValueForm.write(record.before().get(), json);
            }
            json.writeStringField("at", directive.issuedAt().toString());
        });
    }

    /** The state that a directive has come to. */
    static Journal.Entry settled(DirectiveRecord record, boolean personal, Instant at) {
        return entry(record, personal ? Optional.of(at) : Optional.empty(), json -> {
            json.writeNumberField("attempts", record.attempts());
            if (record.problem().isPresent()) {
                json.writeStringField("problem", record.problem().get());
            }
            if (record.approvedBy().isPresent()) {
                json.writeStringField("approvedBy", record.approvedBy().get());
            }
            json.writeStringField("at", at.toString());
        });
    }

    private static Journal.Entry entry(DirectiveRecord record, Optional<Instant> personal, JsonLine.Fields fields) {
        String payload = JsonLine.write(json -> {
            json.writeStringField("id", record.directive().id());
            json.writeStringField("state", record.state().name());
            fields.write(json);
        });
        return new Journal.Entry(STREAM, record.directive().twin().toString(), SCHEMA, payload, personal);
    }

    /** What an entry tells of: a directive that was issued, or another state of one that was issued before. */
    static Told read(Journal.Entry entry) {
        JsonNode node = JsonLine.read(entry, SCHEMA);
        return new Told(
                JsonLine.text(node, "id"),
                node.has("property") ? Optional.of(directive(TwinId.of(entry.key()), node)) : Optional.empty(),
                DirectiveRecord.State.valueOf(JsonLine.text(node, "state")),
                JsonLine.perhapsText(node, "adapter"),
                Optional.ofNullable(node.get("before")).map(ValueForm::read),
                node.path("attempts").asInt(),
                JsonLine.perhapsText(node, "problem"),
                JsonLine.perhapsText(node, "approvedBy"),
                JsonLine.instant(node, "at"));
    }

    private static Directive directive(TwinId twin, JsonNode node) {
        return new Directive(
                JsonLine.text(node, "id"),
                twin,
                JsonLine.text(node, "property"),
                JsonLine.value(node).orElseThrow(),
                Directive.Kind.valueOf(JsonLine.text(node, "kind")),
                new Directive.Cause(
                        JsonLine.text(node, "provision"),
                        JsonLine.text(node, "reason"),
                        JsonLine.instant(node, "since")),
                JsonLine.instant(node, "at"));
    }

    /**
     * What an entry tells.
     *
     * @param id of the directive
     * @param issued the directive, if it was issued then
     * @param before what the device reported when it was issued
     * @param at when
     */
    record Told(
            String id,
            Optional<Directive> issued,
            DirectiveRecord.State state,
            Optional<String> adapter,
            Optional<Value> before,
            int attempts,
            Optional<String> problem,
            Optional<String> approvedBy,
            Instant at) {}
}
