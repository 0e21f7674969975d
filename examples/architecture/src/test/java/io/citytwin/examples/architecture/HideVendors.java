package io.citytwin.examples.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What users compile against names no engine, no parser and no protocol library, also not inside angle brackets. */
final class HideVendors extends ArchCondition<JavaClass> {

    private static final List<String> VENDORS = List.of(
            "com.digitalpetri.",
            "com.hivemq.",
            "com.networknt.",
            "io.netty.",
            "org.drools.",
            "org.eclipse.ditto.",
            "org.kie.",
            "org.mobilitydata.",
            "org.snakeyaml.",
            "org.sqlite.",
            "picocli.");

    HideVendors() {
        super("hide vendors from public and protected signatures");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        if (!published(item)) {
            return;
        }
        report(item, "supertype", supertypes(item), events);
        item.getTypeParameters().forEach(type -> report(item, "type parameter", Stream.of(type), events));
        item.getMembers().stream()
                .filter(member -> visible(member.getModifiers()))
                .forEach(member -> report(item, member.getDescription(), types(member), events));
    }

    private static boolean published(JavaClass item) {
        boolean internal = (item.getPackageName() + ".").contains(".internal.");
        boolean reachable = item.getEnclosingClass().map(HideVendors::published).orElse(true);
        return visible(item.getModifiers()) && reachable && !internal;
    }

    private static Stream<JavaType> supertypes(JavaClass item) {
        return Stream.concat(item.getSuperclass().stream(), item.getInterfaces().stream());
    }

    private static boolean visible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.of(
                            Stream.of(unit.getReturnType()),
                            unit.getParameterTypes().stream(),
                            unit.getTypeParameters().stream(),
                            unit.getExceptionTypes().stream())
                    .flatMap(types -> types);
        }
        return member instanceof JavaField field ? Stream.of(field.getType()) : Stream.empty();
    }

    private static void report(JavaClass item, String where, Stream<? extends JavaType> types, ConditionEvents events) {
        types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getName)
                .filter(name -> VENDORS.stream().anyMatch(name::startsWith))
                .map(name -> item.getName() + " shows " + name + " in " + where)
                .forEach(message -> events.add(SimpleConditionEvent.violated(item, message)));
    }
}
