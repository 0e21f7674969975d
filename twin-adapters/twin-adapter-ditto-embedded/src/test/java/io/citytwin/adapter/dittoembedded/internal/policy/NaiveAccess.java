package io.citytwin.adapter.dittoembedded.internal.policy;

import java.util.List;
import java.util.Set;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonField;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;

/**
 * Ditto's documented rule in as few words as possible: the most specific path that names any of the caller's subjects
 * decides, and on the same path revoke beats grant.
 *
 * @param rules all grants and revokes
 */
record NaiveAccess(List<Rule> rules) {

    record Rule(String subject, List<String> path, String permission, boolean grant) {}

    boolean granted(Set<String> caller, List<String> path, String permission) {
        for (int length = path.size(); length >= 0; length--) {
            List<String> prefix = path.subList(0, length);
            List<Rule> here = rules.stream()
                    .filter(rule -> caller.contains(rule.subject())
                            && rule.permission().equals(permission)
                            && rule.path().equals(prefix))
                    .toList();
            if (!here.isEmpty()) {
                return here.stream().allMatch(Rule::grant);
            }
        }
        return false;
    }

    boolean all(Set<String> caller, List<String> path, String permission) {
        return granted(caller, path, permission)
                && rules.stream()
                        .noneMatch(rule -> !rule.grant()
                                && caller.contains(rule.subject())
                                && rule.permission().equals(permission)
                                && below(rule.path(), path));
    }

    boolean some(Set<String> caller, List<String> path, String permission) {
        return granted(caller, path, permission)
                || rules.stream()
                        .anyMatch(rule -> below(rule.path(), path) && granted(caller, rule.path(), permission));
    }

    private static boolean below(List<String> path, List<String> ancestor) {
        return path.size() > ancestor.size() && path.subList(0, ancestor.size()).equals(ancestor);
    }

    JsonObject view(Set<String> caller, List<String> path, JsonObject part) {
        JsonObjectBuilder seen = JsonFactory.newObjectBuilder();
        for (JsonField field : part) {
            List<String> child = new java.util.ArrayList<>(path);
            child.add(field.getKeyName());
            boolean granted = granted(caller, child, "READ");
            if (field.getValue().isObject() && !field.getValue().asObject().isEmpty()) {
                JsonObject below = view(caller, child, field.getValue().asObject());
                if (!below.isEmpty()) {
                    seen.set(field.getKey(), below);
                }
            } else if (granted) {
                seen.set(field);
            }
        }
        return seen.build();
    }
}
