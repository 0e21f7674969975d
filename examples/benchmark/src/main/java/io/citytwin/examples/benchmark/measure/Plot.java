package io.citytwin.examples.benchmark.measure;

import java.util.List;
import java.util.Locale;

/** Draws updates per second of processor time, in batches of 100, as bars on a logarithmic scale. */
final class Plot {

    private static final int LEFT = 210;
    private static final int RIGHT = 120;
    private static final int TOP = 56;
    private static final int BAR = 20;
    private static final int STEP = 28;
    private static final int DECADE = 110;
    private static final int FIRST = 3;
    private static final int LAST = 7;

    private final StringBuilder text = new StringBuilder();

    private Plot() {}

    static String of(List<Figures> all) {
        return new Plot().draw(all);
    }

    private String draw(List<Figures> all) {
        int width = LEFT + (LAST - FIRST) * DECADE + RIGHT;
        int height = TOP + all.size() * STEP + 40;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">",
                width, height);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", width, height);
        add(
                "<text x=\"12\" y=\"24\" font-size=\"15\">Updates per second of processor time, batches of 100 (logarithmic)"
                        + "</text>");
        for (int decade = FIRST; decade <= LAST; decade++) {
            int x = LEFT + (decade - FIRST) * DECADE;
            add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#dddddd\"/>", x, TOP - 8, x, height - 32);
            add(
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#555555\">%s</text>",
                    x, height - 14, label(decade));
        }
        for (int i = 0; i < all.size(); i++) {
            bar(all.get(i), TOP + i * STEP);
        }
        return text.append("</svg>\n").toString();
    }

    private void bar(Figures one, int y) {
        double rate = one.median("rate.100");
        double length = Double.isNaN(rate) ? 0 : Math.max(2, (Math.log10(rate) - FIRST) * DECADE);
        String colour = one.contender().colour();
        String label = String.format(Locale.ROOT, "%s, %s", one.contender().title(), count(one.size()));
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 15, label);
        add("<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>", LEFT, y, length, BAR, colour);
        add("<text x=\"%.1f\" y=\"%d\">%s</text>", LEFT + length + 6, y + 15, count(rate));
    }

    private static String label(int decade) {
        return count(Math.pow(10, decade));
    }

    private static String count(double number) {
        return number >= 1e6
                ? String.format(Locale.ROOT, "%.3gM", number / 1e6).replaceFirst("\\.0+M", "M")
                : String.format(Locale.ROOT, "%.0fk", number / 1e3);
    }

    private void add(String pattern, Object... values) {
        text.append(String.format(Locale.ROOT, pattern, values)).append('\n');
    }
}
