package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.adapter.dittoembedded.internal.search.Rql;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.ditto.base.model.exceptions.InvalidRqlExpressionException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;

/** Knows {@code exists(path)}, {@code not(exists(path))} and {@code gt(path,number)}. */
final class FakeRql implements Rql {

    private static final Pattern EXISTS = Pattern.compile("exists\\(([^)]+)\\)");
    private static final Pattern GREATER = Pattern.compile("gt\\(([^,]+),(\\d+)\\)");

    @Override
    public Predicate<JsonObject> condition(String text, DittoHeaders headers) {
        if (text.startsWith("not(")) {
            return condition(text.substring(4, text.length() - 1), headers).negate();
        }
        Matcher exists = EXISTS.matcher(text);
        if (exists.matches()) {
            return thing -> thing.contains(exists.group(1));
        }
        Matcher greater = GREATER.matcher(text);
        if (greater.matches()) {
            return thing -> thing.getValue(greater.group(1))
                    .filter(value -> value.asDouble() > Integer.parseInt(greater.group(2)))
                    .isPresent();
        }
        throw InvalidRqlExpressionException.newBuilder().dittoHeaders(headers).build();
    }

    @Override
    public Set<JsonPointer> fields(String text, DittoHeaders headers) {
        String name = text.replaceAll("not|exists|gt|[()]|,.*", "");
        return Set.of(JsonPointer.of(name));
    }
}
