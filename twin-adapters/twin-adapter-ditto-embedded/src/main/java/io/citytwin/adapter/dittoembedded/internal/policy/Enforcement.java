package io.citytwin.adapter.dittoembedded.internal.policy;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.PoliciesModelFactory;
import org.eclipse.ditto.policies.model.PolicyEntry;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.policies.model.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What policies allow, remembered for as long as the policy, what it imports, and the subjects that expire stay as they
 * are. Imports count one level deep, and not at all when what they name is missing, as in Ditto. Safe for use by many
 * threads.
 */
final class Enforcement {

    private static final int REMEMBERED = 4_096;

    private final Function<PolicyId, @Nullable StoredPolicy> policies;
    private final Cache<PolicyId, Known> remembered =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    Enforcement(Function<PolicyId, @Nullable StoredPolicy> policies) {
        this.policies = policies;
    }

    EnforcedAccess access(PolicyId id, StoredPolicy policy, Instant now) {
        Known known = remembered.getIfPresent(id);
        if (known != null && known.policy.equals(policy) && now.isBefore(known.until) && isCurrent(known)) {
            return known.access;
        }
        Known built = new Building(now).build(id, policy);
        remembered.put(id, built);
        return built.access;
    }

    /** What a policy that is not kept yet would allow. */
    EnforcedAccess ifItWere(PolicyId id, StoredPolicy policy, Instant now) {
        return new Building(now).build(id, policy).access;
    }

    private boolean isCurrent(Known known) {
        return known.imported.entrySet().stream()
                .allMatch(entry ->
                        Optional.ofNullable(policies.apply(entry.getKey())).equals(entry.getValue()));
    }

    private record Known(
            StoredPolicy policy,
            EnforcedAccess access,
            Map<PolicyId, Optional<StoredPolicy>> imported,
            Instant until) {}

    /** Collects the entries that count at a moment. For one thread at a time. */
    private final class Building {
        private final Instant now;
        private final List<PolicyEntry> entries = new ArrayList<>();
        private final Map<PolicyId, Optional<StoredPolicy>> imported = new HashMap<>();
        private Instant until = Instant.MAX;

        private Building(Instant now) {
            this.now = now;
        }

        private Known build(PolicyId id, StoredPolicy policy) {
            PolicyForm.entriesOf(policy.json()).forEach(this::add);
            for (JsonField field : object(policy.json(), "imports")) {
                PolicyId other = PolicyId.of(field.getKeyName());
                Optional<StoredPolicy> found = Optional.ofNullable(policies.apply(other));
                imported.put(other, found);
                found.ifPresent(source -> addImported(source, labels(field.getValue())));
            }
            return new Known(policy, EnforcedAccess.of(id, entries), Map.copyOf(imported), until);
        }

        private void addImported(StoredPolicy source, Set<String> labels) {
            JsonObject all = object(source.json(), "entries");
            for (PolicyEntry entry : PolicyForm.entriesOf(source.json())) {
                String label = entry.getLabel().toString();
                String importable = object(all, label)
                        .getValue("importable")
                        .map(JsonValue::asString)
                        .orElse("implicit");
                if (importable.equals("implicit") || (importable.equals("explicit") && labels.contains(label))) {
                    add(entry);
                }
            }
        }

        // A label of its own, since those of several policies may be alike.
        private void add(PolicyEntry entry) {
            List<Subject> subjects = new ArrayList<>();
            for (Subject subject : entry.getSubjects()) {
                Instant expiry =
                        subject.getExpiry().map(at -> at.getTimestamp()).orElse(Instant.MAX);
                if (expiry.isAfter(now)) {
                    subjects.add(subject);
                    until = expiry.isBefore(until) ? expiry : until;
                }
            }
            entries.add(PoliciesModelFactory.newPolicyEntry("e" + entries.size(), subjects, entry.getResources()));
        }
    }

    private static Set<String> labels(JsonValue imported) {
        Set<String> labels = new HashSet<>();
        imported.asObject()
                .getValue("entries")
                .ifPresent(named -> named.asArray().forEach(label -> labels.add(label.asString())));
        return labels;
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.getValue(name).orElse(JsonObject.empty()).asObject();
    }
}
