package io.citytwin.examples.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** A package named internal may change tomorrow, so only its own module imports it. */
final class StayOutOfForeignInternals extends ArchCondition<JavaClass> {

    /** Parts of the library that hold one module per package below them. */
    private static final Set<String> FAMILIES = Set.of("adapter", "examples", "regulations");

    private static final String FLINK = "rules.flink";

    private final String root;

    StayOutOfForeignInternals(String root) {
        super("stay out of the internal packages of other modules");
        this.root = root;
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            String target = dependency.getTargetClass().getPackageName();
            boolean internal = target.startsWith(root + ".") && (target + ".").contains(".internal.");
            if (internal && !module(target).equals(module(item.getPackageName()))) {
                events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
            }
        }
    }

    private String module(String packageName) {
        if (!packageName.startsWith(root + ".")) {
            return packageName;
        }
        String path = packageName.substring(root.length() + 1);
        List<String> parts = List.of(path.split("\\."));
        boolean nested = FAMILIES.contains(parts.get(0)) || (path + ".").startsWith(FLINK + ".");
        return String.join(".", parts.subList(0, Math.min(parts.size(), nested ? 2 : 1)));
    }
}
