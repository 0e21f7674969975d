package io.citytwin.core.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.Journal;
import java.util.Optional;

/** Writes dead letters for the journal and reads them again. Safe for use by many threads. */
final class LetterCodec {

    static final String STREAM = "refused";
    private static final int SCHEMA = 1;

    private LetterCodec() {}

    /** Nobody knows what is in a text that made no sense, so it is kept as if it told of a person. */
    static Journal.Entry write(DeadLetter letter) {
        String payload = JsonLine.write(json -> {
            json.writeStringField("code", letter.code());
            json.writeStringField("reason", letter.reason());
            json.writeStringField("text", letter.text());
            json.writeStringField("at", letter.at().toString());
        });
        return new Journal.Entry(STREAM, letter.source(), SCHEMA, payload, Optional.of(letter.at()));
    }

    static DeadLetter read(Journal.Entry entry) {
        JsonNode node = JsonLine.read(entry, SCHEMA);
        return new DeadLetter(
                entry.key(),
                JsonLine.text(node, "code"),
                JsonLine.text(node, "reason"),
                JsonLine.text(node, "text"),
                JsonLine.instant(node, "at"));
    }
}
