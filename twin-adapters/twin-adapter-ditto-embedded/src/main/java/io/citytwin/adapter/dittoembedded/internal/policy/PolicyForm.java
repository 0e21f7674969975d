package io.citytwin.adapter.dittoembedded.internal.policy;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonParseException;
import org.eclipse.ditto.json.JsonRuntimeException;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PoliciesModelFactory;
import org.eclipse.ditto.policies.model.PolicyEntry;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.policies.model.PolicyTooLargeException;
import org.eclipse.ditto.policies.model.ResourceKey;
import org.eclipse.ditto.policies.model.Subject;
import org.eclipse.ditto.policies.model.SubjectExpiryInvalidException;
import org.eclipse.ditto.policies.model.SubjectId;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyIdNotExplicitlySettableException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyModificationInvalidException;

/**
 * The JSON form of a policy as a Ditto 3 answers it. Its library 2.4 reads entries and knows neither {@code imports} nor
 * {@code importable}, so those are read here. Immutable.
 *
 * @param policy whose
 * @param headers of refusals
 */
record PolicyForm(PolicyId policy, DittoHeaders headers) {

    static final int MAX_BYTES = 100 * 1024;
    static final int MAX_IMPORTS = 10;

    private static final ResourceKey ROOT = PoliciesModelFactory.newResourceKey("policy", "/");
    private static final Set<String> IMPORTABLE = Set.of("implicit", "explicit", "never");

    /** What was sent, in full and in order, or a refusal. */
    JsonObject read(JsonValue value, Instant now) {
        if (!value.isObject()) {
            throw invalid("The policy is not a JSON object.");
        }
        JsonObject sent = value.asObject();
        if (sent.getValue("policyId")
                .filter(id -> !id.equals(JsonValue.of(policy.toString())))
                .isPresent()) {
            throw PolicyIdNotExplicitlySettableException.newBuilder()
                    .dittoHeaders(headers)
                    .build();
        }
        JsonObject read = understood(sent, now);
        long bytes = read.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw PolicyTooLargeException.newBuilder(bytes, MAX_BYTES)
                    .dittoHeaders(headers)
                    .build();
        }
        return read;
    }

    private JsonObject understood(JsonObject sent, Instant now) {
        try {
            return JsonFactory.newObjectBuilder()
                    .set("policyId", policy.toString())
                    .set("imports", imports(sent.getValue("imports").orElse(JsonObject.empty())))
                    .set("entries", entries(sent.getValue("entries").orElse(JsonObject.empty()), now))
                    .build();
        } catch (DittoRuntimeException e) {
            throw e.setDittoHeaders(headers);
        } catch (JsonRuntimeException e) {
            throw new DittoJsonException(e, headers);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw invalid("The policy makes no sense: " + e.getMessage());
        }
    }

    /** Ditto takes expired subjects away; here that happens with the next change. */
    static JsonObject withoutExpired(JsonObject json, Instant now) {
        JsonObject left = json;
        for (PolicyEntry entry : entriesOf(json)) {
            for (Subject subject : entry.getSubjects()) {
                if (subject.getExpiry()
                        .filter(expiry -> !expiry.getTimestamp().isAfter(now))
                        .isPresent()) {
                    left = left.remove(JsonFactory.newPointer(
                            JsonFactory.newKey("entries"),
                            JsonFactory.newKey(entry.getLabel()),
                            JsonFactory.newKey("subjects"),
                            JsonFactory.newKey(subject.getId())));
                }
            }
        }
        return left;
    }

    /** A policy that nobody could ever change again is refused. */
    void requireWriter(JsonObject json) {
        Set<SubjectId> writers = new HashSet<>();
        Set<SubjectId> barred = new HashSet<>();
        for (PolicyEntry entry : entriesOf(json)) {
            entry.getResources().getResource(ROOT).ifPresent(resource -> {
                var effect = resource.getEffectedPermissions();
                for (Subject subject : entry.getSubjects()) {
                    if (effect.getRevokedPermissions().contains("WRITE")) {
                        barred.add(subject.getId());
                    } else if (effect.getGrantedPermissions().contains("WRITE")
                            && subject.getExpiry().isEmpty()) {
                        writers.add(subject.getId());
                    }
                }
            });
        }
        if (barred.containsAll(writers)) {
            throw PolicyModificationInvalidException.newBuilder(policy)
                    .dittoHeaders(headers)
                    .build();
        }
    }

    static Iterable<PolicyEntry> entriesOf(JsonObject json) {
        return PoliciesModelFactory.newPolicyEntries(
                json.getValue("entries").orElse(JsonObject.empty()).asObject());
    }

    /** Everything for one caller: what a policy is that nobody wrote. */
    static JsonObject everythingFor(Caller caller) {
        String subject = caller.subjects()
                .getFirstAuthorizationSubject()
                .map(first -> first.getId())
                .orElse("");
        JsonObject all = JsonObject.of("{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]}");
        JsonObjectBuilder resources = JsonFactory.newObjectBuilder();
        for (String type : List.of("policy:/", "thing:/", "message:/")) {
            resources.set(JsonFactory.newKey(type), all);
        }
        JsonObject subjects = JsonFactory.newObjectBuilder()
                .set(JsonFactory.newKey(subject), JsonObject.of("{\"type\":\"generated\"}"))
                .build();
        return JsonFactory.newObjectBuilder()
                .set("/entries/DEFAULT/subjects", subjects)
                .set("/entries/DEFAULT/resources", resources.build())
                .build();
    }

    private JsonObject entries(JsonValue sent, Instant now) {
        JsonObjectBuilder entries = JsonFactory.newObjectBuilder();
        for (JsonField field : object(sent, "entries")) {
            JsonObject json = object(field.getValue(), "entry");
            PolicyEntry entry = PoliciesModelFactory.newPolicyEntry(field.getKeyName(), json);
            entry.getSubjects().forEach(subject -> requireFuture(subject, now));
            String importable =
                    json.getValue("importable").map(JsonValue::asString).orElse("implicit");
            if (!IMPORTABLE.contains(importable)) {
                throw invalid("The value '" + importable + "' of 'importable' is none of " + IMPORTABLE + ".");
            }
            JsonObject read =
                    entry.toJson().toBuilder().set("importable", importable).build();
            entries.set(field.getKey(), read);
        }
        return entries.build();
    }

    private void requireFuture(Subject subject, Instant now) {
        subject.getExpiry()
                .filter(expiry -> !expiry.getTimestamp().isAfter(now))
                .ifPresent(expiry -> {
                    throw SubjectExpiryInvalidException.newBuilderTimestampInThePast(expiry)
                            .dittoHeaders(headers)
                            .build();
                });
    }

    private JsonObject imports(JsonValue sent) {
        JsonObject imports = object(sent, "imports");
        if (imports.getSize() > MAX_IMPORTS) {
            throw invalid("The policy imports more than " + MAX_IMPORTS + " policies.");
        }
        for (JsonField field : imports) {
            PolicyId imported = PolicyId.of(field.getKeyName());
            if (imported.equals(policy)) {
                throw invalid("The policy '" + policy + "' imports itself.");
            }
            for (JsonValue label : object(field.getValue(), "import")
                    .getValue("entries")
                    .orElse(JsonFactory.newArray())
                    .asArray()) {
                PoliciesModelFactory.newLabel(label.asString());
            }
        }
        return imports;
    }

    private JsonObject object(JsonValue value, String what) {
        if (!value.isObject() || value.isNull()) {
            throw invalid("The value of '" + what + "' is not a JSON object.");
        }
        return value.asObject();
    }

    private DittoJsonException invalid(String message) {
        return new DittoJsonException(
                JsonParseException.newBuilder().message(message).build(), headers);
    }
}
