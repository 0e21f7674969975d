package io.citytwin.rules.directive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.ValueForm;
import io.citytwin.rules.directive.Award.Loser;
import io.citytwin.rules.directive.Award.Reason;
import io.citytwin.rules.directive.Ledger.Entry;
import io.citytwin.rules.directive.Ledger.Hold;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes an entry of the ledger as one line of JSON, and reads it again without the law that it came from; numbers to the
 * last digit. What the ledger keeps was not sent yet, so it has no lease. Safe for use by many threads.
 */
final class EntryCodec {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryCodec() {}

    static String write(Entry entry) {
        ObjectNode node = JSON.createObjectNode()
                .put("twin", entry.actuator().twin().toString())
                .put("property", entry.actuator().property())
                .put("at", entry.at().toString());
        entry.award().ifPresent(award -> node.set("award", award(award)));
        entry.directive().ifPresent(directive -> node.set("directive", directive(directive)));
        entry.hold().ifPresent(hold -> node.set("hold", hold(hold)));
        return node.toString();
    }

    static Entry read(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
        ActuatorId actuator = new ActuatorId(TwinId.of(text(node, "twin")), text(node, "property"));
        return new Entry(
                actuator,
                instant(node, "at"),
                maybe(node, "award", EntryCodec::award),
                maybe(node, "directive", directive -> directive(directive, actuator)),
                maybe(node, "hold", EntryCodec::hold));
    }

    private static ObjectNode award(Award award) {
        ObjectNode node = JSON.createObjectNode();
        node.set("winner", claim(award.winner()));
        node.set("value", ValueForm.write(award.value()));
        ArrayNode losers = node.putArray("losers");
        for (Loser loser : award.losers()) {
            losers.add(claim(loser.claim()).put("lost", loser.reason().name()));
        }
        award.raisedBy().ifPresent(floor -> node.set("raisedBy", claim(floor)));
        return node;
    }

    private static Award award(JsonNode node) {
        List<Loser> losers = new ArrayList<>();
        node.get("losers").forEach(loser -> losers.add(new Loser(claim(loser), Reason.valueOf(text(loser, "lost")))));
        return new Award(
                claim(node.get("winner")),
                ValueForm.read(node.get("value")),
                losers,
                maybe(node, "raisedBy", EntryCodec::claim));
    }

    private static ObjectNode claim(Claim claim) {
        ObjectNode node = JSON.createObjectNode()
                .put("provision", claim.provision())
                .put("title", claim.title())
                .put("kind", claim.kind().name());
        node.set("value", ValueForm.write(claim.value()));
        node.put("reason", claim.reason());
        claim.authority().ifPresent(by -> node.put("authority", by.name()).put("rank", by.rank()));
        claim.person().ifPresent(by -> node.put("person", by));
        return node;
    }

    private static Claim claim(JsonNode node) {
        return new Claim(
                text(node, "provision"),
                text(node, "title"),
                Claim.Kind.valueOf(text(node, "kind")),
                ValueForm.read(node.get("value")),
                text(node, "reason"),
                maybe(
                        node,
                        "authority",
                        name -> new Claim.Authority(
                                name.asText(), node.get("rank").asInt())),
                maybe(node, "person", JsonNode::asText));
    }

    private static ObjectNode directive(Directive directive) {
        ObjectNode node = JSON.createObjectNode().put("id", directive.id());
        node.set("value", ValueForm.write(directive.value()));
        node.put("kind", directive.kind().name())
                .put("provision", directive.cause().provision())
                .put("reason", directive.cause().reason())
                .put("since", directive.cause().since().toString())
                .put("issued", directive.issuedAt().toString());
        return node;
    }

    private static Directive directive(JsonNode node, ActuatorId actuator) {
        return new Directive(
                text(node, "id"),
                actuator.twin(),
                actuator.property(),
                ValueForm.read(node.get("value")),
                Directive.Kind.valueOf(text(node, "kind")),
                new Directive.Cause(text(node, "provision"), text(node, "reason"), instant(node, "since")),
                instant(node, "issued"));
    }

    private static ObjectNode hold(Hold hold) {
        ObjectNode node = JSON.createObjectNode().put("cause", hold.cause().name());
        hold.until().ifPresent(until -> node.put("until", until.toString()));
        return node;
    }

    private static Hold hold(JsonNode node) {
        return new Hold(
                Hold.Cause.valueOf(text(node, "cause")), maybe(node, "until", until -> Instant.parse(until.asText())));
    }

    private static <T> Optional<T> maybe(JsonNode node, String field, Function<JsonNode, T> read) {
        return Optional.ofNullable(node.get(field)).map(read);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }

    private static Instant instant(JsonNode node, String field) {
        return Instant.parse(text(node, field));
    }
}
