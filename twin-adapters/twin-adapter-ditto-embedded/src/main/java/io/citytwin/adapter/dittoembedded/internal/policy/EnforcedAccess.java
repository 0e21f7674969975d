package io.citytwin.adapter.dittoembedded.internal.policy;

import io.citytwin.adapter.dittoembedded.internal.twin.Caller;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;
import org.eclipse.ditto.policies.model.Permissions;
import org.eclipse.ditto.policies.model.PoliciesModelFactory;
import org.eclipse.ditto.policies.model.PolicyEntry;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.policies.model.Resource;
import org.eclipse.ditto.policies.model.ResourceKey;
import org.eclipse.ditto.policies.model.enforcers.Enforcer;
import org.eclipse.ditto.policies.model.enforcers.PolicyEnforcers;

/** What Ditto's own enforcer says to the entries of a policy. Immutable. */
final class EnforcedAccess implements Access {

    static final Permissions READ = Permissions.newInstance("READ");
    static final Permissions WRITE = Permissions.newInstance("WRITE");

    // Who sees anything of a Thing or policy sees its name, as in Ditto.
    private static final JsonKey THING_ID = JsonKey.of("thingId");
    private static final JsonKey POLICY_ID = JsonKey.of("policyId");

    private static final JsonObject UNNAMED =
            JsonFactory.newObjectBuilder().set("(unnamed)", 1).build();

    private final Enforcer enforcer;
    private final Set<ResourceKey> named;

    private EnforcedAccess(Enforcer enforcer, Set<ResourceKey> named) {
        this.enforcer = enforcer;
        this.named = named;
    }

    static EnforcedAccess of(PolicyId policy, Collection<PolicyEntry> entries) {
        Set<ResourceKey> named = entries.stream()
                .flatMap(entry -> entry.getResources().stream())
                .map(Resource::getResourceKey)
                .collect(Collectors.toUnmodifiableSet());
        return new EnforcedAccess(
                PolicyEnforcers.throughputOptimizedEvaluator(PoliciesModelFactory.newPolicy(policy, entries)), named);
    }

    @Override
    public boolean mayRead(Caller caller, JsonPointer path) {
        return mayAll(caller, key("thing", path), READ);
    }

    @Override
    public boolean mayReadSome(Caller caller, JsonPointer path) {
        return maySome(caller, key("thing", path), READ);
    }

    @Override
    public boolean mayWrite(Caller caller, JsonPointer path) {
        return mayAll(caller, key("thing", path), WRITE);
    }

    @Override
    public boolean mayMessage(Caller caller, JsonPointer path, String permission) {
        return mayAll(caller, key("message", path), Permissions.newInstance(permission));
    }

    @Override
    public JsonObject view(Caller caller, JsonPointer path, JsonObject part) {
        return view(caller, key("thing", path), part, THING_ID);
    }

    /** Whether all below a path of the policy itself can be read or changed. */
    boolean mayPolicy(Caller caller, JsonPointer path, Permissions permissions) {
        return mayAll(caller, key("policy", path), permissions);
    }

    /** Whether something of the policy itself can be read or changed. */
    boolean mayPolicySome(Caller caller, JsonPointer path, Permissions permissions) {
        return maySome(caller, key("policy", path), permissions);
    }

    /** What can be seen of the policy itself. */
    JsonObject viewPolicy(Caller caller, JsonPointer path, JsonObject part) {
        return view(caller, key("policy", path), part, POLICY_ID);
    }

    // The enforcer's own view is not used: it shows a text or list that stands where a grant further down expects an
    // object, and names the Thing also to those whose every grant is revoked.
    private JsonObject view(Caller caller, ResourceKey key, JsonObject part, JsonKey name) {
        if (mayAll(caller, key, READ)) {
            return part;
        }
        if (!maySome(caller, key, READ)) {
            return JsonObject.empty();
        }
        JsonObject seen = filter(caller, key, part);
        boolean whole = key.getResourcePath().isEmpty();
        return whole
                ? part.getValue(name).map(value -> seen.setValue(name, value)).orElse(seen)
                : seen;
    }

    private JsonObject filter(Caller caller, ResourceKey key, JsonObject part) {
        JsonObjectBuilder seen = JsonFactory.newObjectBuilder();
        for (JsonField field : part) {
            ResourceKey below = key(key.getResourceType(), key.getResourcePath().addLeaf(field.getKey()));
            if (mayAll(caller, below, READ) || (!isTree(field.getValue()) && may(caller, below, READ))) {
                seen.set(field);
            } else if (isTree(field.getValue()) && enforcer.hasPartialPermissions(below, caller.subjects(), READ)) {
                JsonObject inside = filter(caller, below, field.getValue().asObject());
                if (!inside.isEmpty()) {
                    seen.set(field.getKey(), inside);
                }
            }
        }
        return seen.build();
    }

    private static boolean isTree(JsonValue value) {
        return value.isObject() && !value.asObject().isEmpty();
    }

    private boolean mayAll(Caller caller, ResourceKey key, Permissions permissions) {
        return enforcer.hasUnrestrictedPermissions(key, caller.subjects(), permissions);
    }

    // The enforcer counts a grant below a path even if another subject of the caller is revoked there: look closer.
    private boolean maySome(Caller caller, ResourceKey key, Permissions permissions) {
        return enforcer.hasPartialPermissions(key, caller.subjects(), permissions)
                && (may(caller, key, permissions)
                        || named.stream().anyMatch(below -> isBelow(below, key) && may(caller, below, permissions)));
    }

    // What nobody named inherits from where it stands.
    private boolean may(Caller caller, ResourceKey key, Permissions permissions) {
        return !enforcer.buildJsonView(key, UNNAMED, caller.subjects(), permissions)
                .isEmpty();
    }

    private static boolean isBelow(ResourceKey below, ResourceKey key) {
        String path = key.getResourcePath().isEmpty() ? "/" : key.getResourcePath() + "/";
        return below.getResourceType().equals(key.getResourceType())
                && below.getResourcePath().toString().startsWith(path);
    }

    private static ResourceKey key(String type, JsonPointer path) {
        return PoliciesModelFactory.newResourceKey(type, path);
    }
}
