package org.neuroward.report.figure;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Outlines of the places where a field on a grid reaches a level, by marching squares. The grid is taken to lie below
 * every level around its rim, so that each outline is closed and can be filled (rule {@code evenodd}).
 */
final class Contour {

    private static final int TOP = 0;
    private static final int RIGHT = 1;
    private static final int BOTTOM = 2;
    private static final int LEFT = 3;

    /** From edge, to edge, with the inside on the right hand; index: top left 8, top right 4, bottom right 2, bottom left 1. */
    private static final int[][] STEPS = {
        {},
        {LEFT, BOTTOM},
        {BOTTOM, RIGHT},
        {LEFT, RIGHT},
        {RIGHT, TOP},
        {RIGHT, TOP, LEFT, BOTTOM},
        {BOTTOM, TOP},
        {LEFT, TOP},
        {TOP, LEFT},
        {TOP, BOTTOM},
        {TOP, LEFT, BOTTOM, RIGHT},
        {TOP, RIGHT},
        {RIGHT, LEFT},
        {RIGHT, BOTTOM},
        {BOTTOM, LEFT},
        {}
    };

    private static final int[] JOINED_5 = {LEFT, TOP, RIGHT, BOTTOM};
    private static final int[] JOINED_10 = {TOP, RIGHT, BOTTOM, LEFT};

    private final double[][] field;
    private final double level;
    private final int columns;
    private final Map<Integer, double[]> points = new HashMap<>();

    private Contour(double[][] field, double level) {
        this.field = field;
        this.level = level;
        this.columns = field[0].length;
    }

    /**
     * @param field rows from top to bottom
     * @param x of the first column, in pixels
     * @param y of the first row
     * @param step pixels from one grid point to the next
     * @return SVG path data; empty when the field stays below the level
     */
    static String path(double[][] field, double level, double x, double y, double step) {
        return new Contour(field, level).trace(x, y, step);
    }

    private String trace(double x, double y, double step) {
        Map<Integer, Integer> next = steps();
        StringBuilder path = new StringBuilder();
        while (!next.isEmpty()) {
            int edge = next.keySet().iterator().next();
            String verb = "M";
            while (next.containsKey(edge)) {
                double[] point = points.get(edge);
                path.append(verb).append(Svg.number(x + point[0] * step)).append(' ');
                path.append(Svg.number(y + point[1] * step));
                verb = "L";
                edge = next.remove(edge);
            }
            path.append('Z');
        }
        return path.toString();
    }

    private Map<Integer, Integer> steps() {
        Map<Integer, Integer> next = new TreeMap<>();
        for (int row = -1; row < field.length; row++) {
            for (int column = -1; column < columns; column++) {
                int[] edges = edgesCrossed(row, column);
                for (int i = 0; i < edges.length; i += 2) {
                    next.put(edge(row, column, edges[i]), edge(row, column, edges[i + 1]));
                }
            }
        }
        return next;
    }

    private int[] edgesCrossed(int row, int column) {
        int corners = (inside(row, column) ? 8 : 0)
                + (inside(row, column + 1) ? 4 : 0)
                + (inside(row + 1, column + 1) ? 2 : 0)
                + (inside(row + 1, column) ? 1 : 0);
        if (corners != 5 && corners != 10) {
            return STEPS[corners];
        }
        double middle =
                (value(row, column) + value(row, column + 1) + value(row + 1, column) + value(row + 1, column + 1)) / 4;
        if (middle < level) {
            return STEPS[corners];
        }
        return corners == 5 ? JOINED_5 : JOINED_10;
    }

    /** The number of an edge, the same from both of its cells; notes where the level crosses it. */
    private int edge(int row, int column, int side) {
        return switch (side) {
            case TOP -> across(row, column, row, column + 1, 0);
            case BOTTOM -> across(row + 1, column, row + 1, column + 1, 0);
            case LEFT -> across(row, column, row + 1, column, 1);
            case RIGHT -> across(row, column + 1, row + 1, column + 1, 1);
            default -> throw new IllegalArgumentException("a cell has four sides: " + side);
        };
    }

    private int across(int row, int column, int toRow, int toColumn, int direction) {
        int number = 2 * ((row + 1) * (columns + 2) + column + 1) + direction;
        double from = value(row, column);
        double part = (level - from) / (value(toRow, toColumn) - from);
        points.put(number, new double[] {column + (toColumn - column) * part, row + (toRow - row) * part});
        return number;
    }

    private boolean inside(int row, int column) {
        return value(row, column) >= level;
    }

    private double value(int row, int column) {
        boolean onGrid = row >= 0 && row < field.length && column >= 0 && column < columns;
        return onGrid ? field[row][column] : level - 1e9;
    }
}
