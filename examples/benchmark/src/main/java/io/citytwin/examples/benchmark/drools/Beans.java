package io.citytwin.examples.benchmark.drools;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.kie.api.KieBase;
import org.kie.api.definition.type.FactType;

/** Makes and changes facts of the types that a text declares. For one thread at a time. */
final class Beans {

    private final KieBase base;

    Beans(KieBase base) {
        this.base = base;
    }

    private FactType type(String name) {
        return Objects.requireNonNull(base.getFactType(Drl.PACKAGE, name), name);
    }

    Object make(String type, Map<String, Object> cells) {
        try {
            FactType declared = type(type);
            Object fact = declared.newInstance();
            cells.forEach((field, value) -> declared.set(fact, field, value));
            return fact;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Changes one field of facts of a type. */
    interface Setter {

        /** Writes a value, as a number, into the field. */
        void set(Object fact, double code);
    }

    Setter setter(String type, String field, Schema.Field kind) {
        String name = "set" + Character.toUpperCase(field.charAt(0)) + field.substring(1);
        Method method = Arrays.stream(type(type).getFactClass().getMethods())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        Class<?> held = switch (kind) {
            case NUMBER -> double.class;
            case FLAG -> boolean.class;
            default -> int.class;
        };
        try {
            MethodHandle found = MethodHandles.publicLookup()
                    .unreflect(method)
                    .asType(MethodType.methodType(void.class, Object.class, held));
            return setter(found, kind);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Setter setter(MethodHandle handle, Schema.Field kind) {
        return (fact, code) -> {
            try {
                switch (kind) {
                    case NUMBER -> handle.invokeExact(fact, code);
                    case FLAG -> handle.invokeExact(fact, code != 0);
                    default -> handle.invokeExact(fact, (int) code);
                }
            } catch (Throwable impossible) {
                throw new IllegalStateException(impossible);
            }
        };
    }
}
