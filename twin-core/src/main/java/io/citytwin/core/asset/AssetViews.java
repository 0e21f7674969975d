package io.citytwin.core.asset;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Function;

/** Shows twins through their asset interfaces. Safe for use by many threads. */
public final class AssetViews {

    private static final ClassValue<AssetType> TYPES = new ClassValue<>() {
        @Override
        protected AssetType computeValue(Class<?> type) {
            return AssetReader.read(type.asSubclass(Asset.class));
        }
    };

    private AssetViews() {}

    /**
     * A read-only view of one twin. It shows the twin as it is now; a relation is looked up each time it is asked for,
     * and is empty if the other twin is not known. Views are equal if their type and their twin's id are.
     *
     * @param type the asset interface of the twin's own type
     * @param twin the twin to show
     * @param others finds the twins that relations lead to
     * @param <A> the asset interface
     * @return the view, as safe for many threads as {@code others} is
     * @throws CityTwinException {@code C106} if the twin has another type, now or when a relation is asked for
     */
    public static <A extends Asset> A view(Class<A> type, Twin twin, Function<TwinId, Optional<Twin>> others) {
        if (!type.isInterface()) {
            throw refused("`" + type.getSimpleName() + "` is not an asset interface.", "Maybe make it an interface.");
        }
        if (!TYPES.get(type).equals(twin.type())) {
            throw refused(
                    "`" + twin.id() + "` is a `" + twin.type().name() + "`, not a `" + type.getSimpleName() + "`.",
                    "Maybe ask for the view of its own type.");
        }
        AssetView view = new AssetView(type, twin, others);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, view));
    }

    static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(CoreError.ASSET_TYPE, problem, advice);
    }
}
