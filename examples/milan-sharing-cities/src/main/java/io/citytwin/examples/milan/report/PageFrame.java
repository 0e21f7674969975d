package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** What every page begins and ends with. It needs no network: the style is a part of it. Immutable. */
final class PageFrame {

    private PageFrame() {}

    /** A whole file. */
    static String around(String title, Consumer<Markup> content) {
        Markup out = new Markup();
        out.verbatim("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head(out, title);
        out.open("body").open("main").line();
        content.accept(out);
        out.end();
        out.open("footer")
                .text(title + ". Written by CityTwin. Not legal advice.")
                .end();
        return out.close().end().toString();
    }

    private static void head(Markup out, String title) {
        out.open("head").line();
        out.lone("meta", "charset", "utf-8").line();
        out.lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.lone("meta", "name", "color-scheme", "content", "light dark").line();
        out.leaf("title", title).line();
        out.open("style").verbatim(style()).end().end();
    }

    private static String style() {
        try (InputStream css =
                Objects.requireNonNull(PageFrame.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
