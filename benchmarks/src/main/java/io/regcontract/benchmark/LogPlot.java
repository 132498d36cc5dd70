package io.regcontract.benchmark;

import java.util.List;
import java.util.Locale;

/** Lines over numbers of things, both axes logarithmic, as SVG that needs no style sheet and suits any background. */
final class LogPlot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 250;
    private static final int TOP = 30;
    private static final int BOTTOM = 50;
    private static final int ROW = 22;

    /** Those of Okabe and Ito, which most people who see few colours can tell apart. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

    private final double leftmost;
    private final double rightmost;
    private final double lowest;
    private final double highest;

    /** What a line stands for, and its points: how many things, and how much. */
    record Line(String name, List<double[]> points) {}

    private LogPlot(double leftmost, double rightmost, double lowest, double highest) {
        this.leftmost = leftmost;
        this.rightmost = rightmost;
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * Draws.
     *
     * @param things what is counted to the right
     * @param unit what is measured upwards
     */
    static String svg(String things, String unit, List<Line> lines) {
        var xs = lines.stream().flatMap(line -> line.points().stream()).mapToDouble(point -> Math.log10(point[0]));
        var ys = lines.stream().flatMap(line -> line.points().stream()).mapToDouble(point -> Math.log10(point[1]));
        var across = xs.summaryStatistics();
        var up = ys.summaryStatistics();
        return new LogPlot(across.getMin(), across.getMax(), Math.floor(up.getMin()), Math.ceil(up.getMax()))
                .drawn(things, unit, lines);
    }

    private String drawn(String things, String unit, List<Line> lines) {
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<title>%s against %s</title>%n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
                WIDTH,
                HEIGHT,
                unit,
                things));
        for (int power = (int) lowest; power <= highest; power++) {
            rule(svg, LEFT, y(power), WIDTH - RIGHT, y(power));
            text(svg, LEFT - 8, y(power) + 4, "end", number(Math.pow(10, power)));
        }
        lines.get(0).points().forEach(point -> {
            rule(svg, x(Math.log10(point[0])), TOP, x(Math.log10(point[0])), HEIGHT - BOTTOM);
            text(svg, x(Math.log10(point[0])), HEIGHT - BOTTOM + 18, "middle", number(point[0]));
        });
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", things);
        text(svg, LEFT - 8, TOP - 12, "start", unit);
        for (int i = 0; i < lines.size(); i++) {
            line(svg, lines.get(i), COLOURS.get(i % COLOURS.size()), TOP + ROW * i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void line(StringBuilder svg, Line line, String colour, double legend) {
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"").append(colour).append("\" points=\"");
        line.points()
                .forEach(point -> svg.append(String.format(
                        Locale.ROOT, "%.1f,%.1f ", x(Math.log10(point[0])), y(Math.log10(point[1])))));
        svg.append("\"/>\n");
        line.points()
                .forEach(point -> svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>%n",
                        x(Math.log10(point[0])),
                        y(Math.log10(point[1])),
                        colour)));
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%.1f\" width=\"14\" height=\"4\" fill=\"%s\"/>%n",
                WIDTH - RIGHT + 20,
                legend + 6,
                colour));
        text(svg, WIDTH - RIGHT + 40.0, legend + 12, "start", line.name());
    }

    private static void rule(StringBuilder svg, double fromX, double fromY, double toX, double toY) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#d0d0d0\"/>%n",
                fromX,
                fromY,
                toX,
                toY));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#222222\">%s</text>%n",
                x,
                y,
                anchor,
                text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    }

    private double x(double logarithm) {
        return LEFT + (logarithm - leftmost) / (rightmost - leftmost) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double logarithm) {
        return HEIGHT - BOTTOM - (logarithm - lowest) / (highest - lowest) * (HEIGHT - TOP - BOTTOM);
    }

    private static String number(double value) {
        return value < 1 ? String.format(Locale.ROOT, "%s", value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
