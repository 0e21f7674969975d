package io.citytwin.adapter.dittoembedded.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.thingsearch.model.signals.commands.exceptions.InvalidOptionException;

/**
 * The options of a search, such as {@code size(25),sort(+attributes/place,-thingId)}. Immutable.
 *
 * @param size of a page; empty if not said
 * @param offset of {@code limit(offset,count)}; empty without such an option
 * @param sort keys as they were written; empty if not said
 * @param cursor opaque
 */
record SearchOptions(OptionalInt size, OptionalLong offset, Optional<String> sort, Optional<String> cursor) {

    static final int MAX_SIZE = 200;
    static final int USUAL_SIZE = 25;

    private static final int MAX_LENGTH = 16 * 1024;
    private static final Pattern OPTION = Pattern.compile("\\s*(size|limit|sort|cursor)\\(([^()]*)\\)\\s*(,|$)");
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,9})\\s*");

    static SearchOptions of(Optional<String> text, DittoHeaders headers) {
        Reading reading = new Reading(headers);
        text.filter(options -> !options.isBlank()).ifPresent(reading::read);
        return reading.done();
    }

    int pageSize() {
        return size.orElse(USUAL_SIZE);
    }

    static InvalidOptionException invalid(String message, DittoHeaders headers) {
        return InvalidOptionException.newBuilder()
                .message(message)
                .dittoHeaders(headers)
                .build();
    }

    /** One walk over the text. For one thread at a time. */
    private static final class Reading {
        private final DittoHeaders headers;
        private final List<String> seen = new ArrayList<>();
        private OptionalInt size = OptionalInt.empty();
        private OptionalLong offset = OptionalLong.empty();
        private Optional<String> sort = Optional.empty();
        private Optional<String> cursor = Optional.empty();

        private Reading(DittoHeaders headers) {
            this.headers = headers;
        }

        private void read(String text) {
            if (text.length() > MAX_LENGTH) {
                throw invalid("The options have more than " + MAX_LENGTH + " characters.", headers);
            }
            Matcher option = OPTION.matcher(text);
            int at = 0;
            while (at < text.length()) {
                option.region(at, text.length());
                boolean read = option.lookingAt()
                        && (option.end() < text.length() || !option.group(3).equals(","));
                if (!read) {
                    throw invalid("The option '" + text.substring(at) + "' is not valid.", headers);
                }
                take(option.group(1), option.group(2));
                at = option.end();
            }
        }

        private void take(String name, String value) {
            if (seen.contains(name)) {
                throw invalid("The option '" + name + "' is given twice.", headers);
            }
            seen.add(name);
            switch (name) {
                case "size" -> size = OptionalInt.of(count(value));
                case "sort" -> sort = Optional.of(value);
                case "cursor" -> cursor = Optional.of(value.strip());
                default -> limit(value.split(",", -1));
            }
        }

        private void limit(String[] parts) {
            if (parts.length != 2) {
                throw invalid("The option 'limit' takes an offset and a count.", headers);
            }
            offset = OptionalLong.of(number(parts[0]));
            size = OptionalInt.of(count(parts[1]));
        }

        private int count(String value) {
            int count = number(value);
            if (count < 1 || count > MAX_SIZE) {
                throw invalid("The number of results '" + count + "' is not between 1 and " + MAX_SIZE + ".", headers);
            }
            return count;
        }

        private int number(String value) {
            Matcher number = NUMBER.matcher(value);
            if (!number.matches()) {
                throw invalid("The value '" + value + "' is not a number of at most nine digits.", headers);
            }
            return Integer.parseInt(number.group(1));
        }

        private SearchOptions done() {
            if (offset.isPresent() && (seen.contains("size") || seen.contains("cursor"))) {
                throw invalid("The option 'limit' goes neither with 'size' nor with 'cursor'.", headers);
            }
            return new SearchOptions(size, offset, sort, cursor);
        }
    }
}
