package io.citytwin.rules.internal.report;

import io.citytwin.core.text.HtmlPage;

/** How the pages of tools look. Safe for use by many threads. */
public final class PageStyle {

    private PageStyle() {}

    /**
     * What all pages have in common, then what one of them draws.
     *
     * @param beside whose package holds the style sheet of the one
     * @param name of its file
     * @return a style sheet
     */
    public static String with(Class<?> beside, String name) {
        return HtmlPage.style(PageStyle.class, "page.css") + HtmlPage.style(beside, name);
    }
}
