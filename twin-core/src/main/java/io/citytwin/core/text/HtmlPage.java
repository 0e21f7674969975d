package io.citytwin.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** What a page of a report begins and ends with. It needs no network: its style is a part of it. Immutable. */
public final class HtmlPage {

    private HtmlPage() {}

    /**
     * A whole file.
     *
     * @param title of the page
     * @param style trusted style sheet
     * @param content writes what stands between
     * @return HTML that is readable on small screens and in the dark, as far as the style is
     */
    public static String around(String title, String style, Consumer<Markup> content) {
        return around("en", title, title + ". Written by CityTwin. Not legal advice.", style, content);
    }

    /**
     * A whole file in any language.
     *
     * @param language code of the language, such as {@code en}
     * @param title of the page
     * @param footer what stands at its end
     * @param style trusted style sheet
     * @param content writes what stands between
     * @return HTML that is readable on small screens and in the dark, as far as the style is
     */
    public static String around(String language, String title, String footer, String style, Consumer<Markup> content) {
        Markup out = new Markup();
        out.verbatim("<!DOCTYPE html>\n").open("html", "lang", language).line();
        out.open("head").line();
        out.lone("meta", "charset", "utf-8").line();
        out.lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.lone("meta", "name", "color-scheme", "content", "light dark").line();
        out.leaf("title", title).line();
        out.open("style").verbatim(style).end().end();
        out.open("body").open("main").line();
        content.accept(out);
        out.end();
        out.open("footer").text(footer).end();
        return out.close().end().toString();
    }

    /**
     * The style sheet that lies beside a class.
     *
     * @param beside whose package holds it
     * @param name of the file
     * @return its text
     */
    public static String style(Class<?> beside, String name) {
        try (InputStream css = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
