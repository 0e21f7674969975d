package io.citytwin.core.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.google.common.io.CharSource;
import io.citytwin.core.graph.InventoryProblems.Spot;
import java.io.IOException;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the features of a GeoJSON text. Where the text is broken, it goes on at the next feature. For one thread at a
 * time.
 */
final class GeoJsonRows {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern FEATURE = Pattern.compile("\\{\\s*+\"type\"\\s*+:\\s*+\"Feature\"");
    private static final Pattern END = Pattern.compile("]\\s*+}\\s*+$");
    private static final String ADVICE = "Maybe a comma, a quote or a bracket was lost, or stands twice.";

    private final InventoryReading reading;
    private final InventorySource source;
    private final TextLines lines;
    private final int[] lineStarts;
    private final String text;
    private final GeoJsonFeature features;
    private int start;
    private int resume;
    private boolean inFeature;
    private int found;

    GeoJsonRows(InventoryReading reading, InventorySource source, GeoJsonForm form, TextLines lines) {
        this.reading = reading;
        this.source = source;
        this.lines = lines;
        this.lineStarts = new int[lines.lines().size()];
        for (int i = 1; i < lineStarts.length; i++) {
            lineStarts[i] = lineStarts[i - 1] + lines.lines().get(i - 1).length() + 1;
        }
        this.text = String.join("\n", lines.lines());
        this.features = new GeoJsonFeature(reading, source.type(), form);
    }

    /** Tells the rows to the reading and returns how many there are, the bad ones too. */
    int read() throws IOException {
        if (text.isBlank()) {
            return 0;
        }
        Matcher next = FEATURE.matcher(text);
        boolean more = true;
        for (boolean first = true; more; first = false) {
            try (JsonParser parser = parser(first)) {
                parser.nextToken();
                if (first) {
                    collection(parser);
                } else {
                    features(parser);
                }
                more = false;
            } catch (JsonProcessingException broken) {
                more = next.find(resume);
                broken(broken, more ? next.start() : endOfFeatures());
                inFeature = false;
                start = more ? next.start() : start;
            }
        }
        return found;
    }

    /** After a break the rest of the features is read as an array of its own. */
    private JsonParser parser(boolean first) throws IOException {
        CharSource rest = CharSource.wrap(CharBuffer.wrap(text, start, text.length()));
        return JSON.createParser((first ? rest : CharSource.concat(CharSource.wrap("["), rest)).openStream());
    }

    private void collection(JsonParser parser) throws IOException {
        int before = reading.problems().count();
        boolean hasFeatures = false;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("features") && value == JsonToken.START_ARRAY) {
                    hasFeatures = true;
                    features(parser);
                } else if (name.equals("type") && !parser.getText().equals("FeatureCollection")) {
                    String what = "The file is a `" + parser.getText() + "`, not a `FeatureCollection`.";
                    problem(at(parser.currentTokenLocation()), what, "Maybe put its features into one collection.");
                }
                parser.skipChildren();
            }
        }
        if (!hasFeatures) {
            reading.lost(source);
            if (reading.problems().count() == before) {
                problem(spot(0), "The file has no `features`.", "Maybe it is no GeoJSON.");
            }
            return;
        }
        String behind = text.substring(offset(parser.currentLocation()));
        if (!behind.isBlank()) {
            problem(spot(text.length() - behind.stripLeading().length()), "Something stands behind the end.", ADVICE);
        }
    }

    private void features(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = offset(parser.currentTokenLocation());
            inFeature = true;
            resume = from + 1;
            LocatedJson feature = LocatedJson.read(parser, this::at);
            inFeature = false;
            resume = offset(parser.currentLocation());
            found += features.read(feature, lines.areUtf8(line(from), line(resume - 1))) ? 1 : 0;
        }
    }

    private void broken(JsonProcessingException broken, int next) {
        reading.lost(source);
        found += inFeature ? 1 : 0;
        int end = offset(broken.getLocation());
        Spot spot = lastSignBefore(Math.min(end, next));
        if (!lines.areUtf8(spot.line(), spot.line())) {
            return;
        } else if (broken instanceof JsonEOFException || (inFeature && end >= text.length())) {
            problem(spot, "The file ends in the middle.", "Maybe it was cut off.");
        } else if (broken.getOriginalMessage().startsWith("Duplicate field")) {
            problem(spot, "A name stands twice.", "Maybe one of both is to go.");
        } else {
            problem(spot, "The JSON is broken here.", ADVICE);
        }
    }

    /** A bracket that is missing shows only behind its feature, so the break is put before what follows. */
    private Spot lastSignBefore(int offset) {
        int at = offset - 1;
        while (at > 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return spot(Math.max(at, 0));
    }

    /** Where a feature must have ended that no other follows. */
    private int endOfFeatures() {
        Matcher end = END.matcher(text);
        return inFeature && end.find(resume) ? end.start() : text.length();
    }

    private void problem(Spot spot, String what, String advice) {
        reading.problems().add(spot, what, advice);
    }

    private Spot at(JsonLocation location) {
        return spot(offset(location));
    }

    private Spot spot(int offset) {
        int line = line(offset);
        return new Spot(source, line, offset - lineStarts[line - 1] + 1, lines.line(line));
    }

    private int line(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    private int offset(JsonLocation location) {
        // The bracket in front of the rest is not in the text.
        return (int) location.getCharOffset() + (start == 0 ? 0 : start - 1);
    }
}
