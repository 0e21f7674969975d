package io.citytwin.adapter.dittoembedded.internal.policy;

import io.citytwin.adapter.dittoembedded.internal.twin.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.exceptions.DittoRuntimeExceptionBuilder;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyEntryNotAccessibleException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyEntryNotModifiableException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyNotAccessibleException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.PolicyNotModifiableException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.ResourceNotAccessibleException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.ResourceNotModifiableException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.ResourcesNotAccessibleException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.ResourcesNotModifiableException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.SubjectNotAccessibleException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.SubjectNotModifiableException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.SubjectsNotAccessibleException;
import org.eclipse.ditto.policies.model.signals.commands.exceptions.SubjectsNotModifiableException;

/**
 * The part of a policy that a command names. Immutable.
 *
 * @param policy which
 * @param kind of part
 * @param keys from the top; the name of a resource is one key, whatever slashes it has
 */
record PolicyPart(PolicyId policy, Kind kind, List<String> keys) {

    enum Kind {
        POLICY,
        ENTRIES,
        ENTRY,
        SUBJECTS,
        SUBJECT,
        RESOURCES,
        RESOURCE,
        IMPORTS,
        IMPORT
    }

    PolicyPart {
        keys = List.copyOf(keys);
    }

    static PolicyPart of(PolicyId policy, JsonPointer path, DittoHeaders headers) {
        List<String> keys = new ArrayList<>();
        path.forEach(key -> keys.add(key.toString()));
        if (keys.isEmpty()) {
            return new PolicyPart(policy, Kind.POLICY, keys);
        }
        if (keys.get(0).equals("imports") && keys.size() <= 2) {
            return new PolicyPart(policy, keys.size() == 1 ? Kind.IMPORTS : Kind.IMPORT, keys);
        }
        if (keys.get(0).equals("entries") && keys.size() <= 2) {
            return new PolicyPart(policy, keys.size() == 1 ? Kind.ENTRIES : Kind.ENTRY, keys);
        }
        if (keys.get(0).equals("entries") && keys.get(2).equals("subjects")) {
            return inEntry(policy, Kind.SUBJECTS, Kind.SUBJECT, keys);
        }
        if (keys.get(0).equals("entries") && keys.get(2).equals("resources")) {
            return inEntry(policy, Kind.RESOURCES, Kind.RESOURCE, keys);
        }
        throw Refusal.unsupported("The path '" + path + "' of a policy", headers);
    }

    private static PolicyPart inEntry(PolicyId policy, Kind all, Kind one, List<String> keys) {
        if (keys.size() == 3) {
            return new PolicyPart(policy, all, keys);
        }
        String name = String.join("/", keys.subList(3, keys.size()));
        boolean root = one == Kind.RESOURCE && name.endsWith(":");
        return new PolicyPart(policy, one, List.of(keys.get(0), keys.get(1), keys.get(2), root ? name + "/" : name));
    }

    boolean isPolicy() {
        return kind == Kind.POLICY;
    }

    /** Where it stands in the JSON of the policy. */
    JsonPointer pointer() {
        if (keys.isEmpty()) {
            return JsonPointer.empty();
        }
        JsonKey[] below = keys.stream().skip(1).map(JsonKey::of).toArray(JsonKey[]::new);
        return JsonFactory.newPointer(JsonKey.of(keys.get(0)), below);
    }

    DittoRuntimeException notFound(DittoHeaders headers) {
        DittoRuntimeExceptionBuilder<?> refusal = switch (kind) {
            case POLICY, ENTRIES, IMPORTS, IMPORT -> PolicyNotAccessibleException.newBuilder(policy);
            case ENTRY -> PolicyEntryNotAccessibleException.newBuilder(policy, label());
            case SUBJECTS -> SubjectsNotAccessibleException.newBuilder(policy, label());
            case SUBJECT -> SubjectNotAccessibleException.newBuilder(policy, label(), keys.get(3));
            case RESOURCES -> ResourcesNotAccessibleException.newBuilder(policy, label());
            case RESOURCE -> ResourceNotAccessibleException.newBuilder(policy, label(), keys.get(3));
        };
        return refusal.dittoHeaders(headers).build();
    }

    DittoRuntimeException notModifiable(DittoHeaders headers) {
        DittoRuntimeExceptionBuilder<?> refusal = switch (kind) {
            case POLICY, ENTRIES, IMPORTS, IMPORT -> PolicyNotModifiableException.newBuilder(policy);
            case ENTRY -> PolicyEntryNotModifiableException.newBuilder(policy, label());
            case SUBJECTS -> SubjectsNotModifiableException.newBuilder(policy, label());
            case SUBJECT -> SubjectNotModifiableException.newBuilder(policy, label(), keys.get(3));
            case RESOURCES -> ResourcesNotModifiableException.newBuilder(policy, label());
            case RESOURCE -> ResourceNotModifiableException.newBuilder(policy, label(), keys.get(3));
        };
        return refusal.dittoHeaders(headers).build();
    }

    private String label() {
        return keys.get(1);
    }
}
