package io.citytwin.adapter.dittoembedded.internal.search;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.citytwin.core.time.CityClock;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.ditto.base.model.exceptions.InvalidRqlExpressionException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonRuntimeException;
import org.eclipse.ditto.rql.model.ParserException;
import org.eclipse.ditto.rql.parser.RqlPredicateParser;
import org.eclipse.ditto.rql.query.things.FieldNamesPredicateVisitor;
import org.jspecify.annotations.Nullable;

/**
 * RQL in Ditto's own grammar, with {@code features/*} and {@code ilike}. Each text is read once; the latest few hundred
 * are remembered. Safe for use by many threads.
 */
public final class DittoRql implements Rql {

    /** Longest text that is read. */
    static final int MAX_LENGTH = 8 * 1024;

    /** Deepest nesting that is read; the parser calls itself for each level. */
    static final int MAX_DEPTH = 64;

    private static final int REMEMBERED = 256;

    private final CityClock clock;
    private final Cache<String, Predicate<JsonObject>> remembered =
            CacheBuilder.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * A reader of RQL.
     *
     * @param clock what {@code time:now} means
     */
    public DittoRql(CityClock clock) {
        this.clock = clock;
    }

    @Override
    public Predicate<JsonObject> condition(String text, DittoHeaders headers) {
        Predicate<JsonObject> known = remembered.getIfPresent(text);
        if (known != null) {
            return known;
        }
        Predicate<JsonObject> read = read(
                text,
                headers,
                scanned -> new RqlTree(scanned, clock)
                        .compile(RqlPredicateParser.getInstance().parse(scanned.text())));
        remembered.put(text, read);
        return read;
    }

    @Override
    public Set<JsonPointer> fields(String text, DittoHeaders headers) {
        return read(text, headers, scanned -> {
            FieldNamesPredicateVisitor visitor = FieldNamesPredicateVisitor.getNewInstance();
            visitor.visit(RqlPredicateParser.getInstance().parse(scanned.text()));
            return visitor.getFieldNames().stream().map(JsonPointer::of).collect(Collectors.toSet());
        });
    }

    private <T> T read(String text, DittoHeaders headers, Function<RqlText, T> reader) {
        if (text.length() > MAX_LENGTH) {
            throw refusal("The RQL expression has more than " + MAX_LENGTH + " characters.", headers, null);
        }
        RqlText scanned = RqlText.of(text);
        if (scanned.depth() > MAX_DEPTH) {
            throw refusal("The RQL expression is nested deeper than " + MAX_DEPTH + " levels.", headers, null);
        }
        try {
            return reader.apply(scanned);
        } catch (ParserException | IllegalArgumentException | JsonRuntimeException e) {
            throw refusal(e.getMessage() == null ? "The RQL expression makes no sense." : e.getMessage(), headers, e);
        }
    }

    private static InvalidRqlExpressionException refusal(
            String message, DittoHeaders headers, @Nullable Throwable cause) {
        return InvalidRqlExpressionException.newBuilder()
                .message(message)
                .cause(cause)
                .dittoHeaders(headers)
                .build();
    }
}
