package io.citytwin.core.asset;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the getters of an asset interface from a twin's values. Immutable. */
record AssetView(Class<?> type, Twin twin, Function<TwinId, Optional<Twin>> others) implements InvocationHandler {

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(method.getName(), arguments);
        } else if (method.isDefault()) {
            return ofDefault(proxy, method, arguments);
        } else if (method.getName().equals("id")) {
            return twin.id();
        }
        return twin.value(method.getName()).flatMap(value -> read(method, value));
    }

    private @Nullable Object ofDefault(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        } catch (IllegalAccessException notPublic) {
            throw AssetViews.refused(
                    "`" + type.getSimpleName() + "." + method.getName()
                            + "` cannot be called from outside its package.",
                    "Maybe make the interface public.");
        }
    }

    private Object ofObject(String method, @Nullable Object @Nullable [] arguments) {
        return switch (method) {
            case "equals" -> arguments != null && shows(arguments[0]);
            case "hashCode" -> 31 * type.hashCode() + twin.id().hashCode();
            default -> type.getSimpleName() + " " + twin.id();
        };
    }

    private boolean shows(@Nullable Object other) {
        return other != null
                && Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(other) instanceof AssetView view
                && view.type == type
                && view.twin.id().equals(twin.id());
    }

    private Optional<?> read(Method getter, Value value) {
        // The type was read from this very interface, so each value is of the kind its getter declares.
        Class<?> held = (Class<?>) ((ParameterizedType) getter.getGenericReturnType()).getActualTypeArguments()[0];
        if (value instanceof Value.Flag flag) {
            return Optional.of(flag.on());
        } else if (value instanceof Value.Text text) {
            return Optional.of(text.text());
        } else if (value instanceof Value.Term term) {
            return Arrays.stream(held.getEnumConstants())
                    .filter(constant -> ((Coded) constant).code().equals(term.name()))
                    .findFirst();
        } else if (value instanceof Value.Ref ref) {
            return others.apply(ref.target())
                    .map(other -> AssetViews.view(held.asSubclass(Asset.class), other, others));
        }
        return Optional.of(value);
    }
}
