#!/usr/bin/env python3
"""Draws how the exact solution grows, from what solve_bench prints, as an SVG for docs/performance.md.

usage: build/release/bin/solve_bench > solve.csv; bench/plot_solve.py < solve.csv > docs/images/solve-growth.svg
"""
import csv
import math
import sys

WIDTH, HEIGHT = 720, 300
LEFT, TOP, RIGHT, BOTTOM = 62, 44, 18, 46
INK, SOFT, TEAL, VIOLET = "#1E2A3E", "#505C6E", "#0F6B66", "#6B4C9A"


def text(x, y, words, anchor="middle", size=12, colour=SOFT, weight=400):
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" '
            f'font-weight="{weight}" fill="{colour}">{words}</text>')


class Plot:
    """One panel with logarithmic axes: two lines, and dashed what grows in proportion to the upper one's last point."""

    def __init__(self, left, width, title, across, whole, part):
        self.left, self.width, self.title, self.across = left, width, title, across
        self.whole, self.part = whole, part
        self.low_x, self.high_x = whole[0][0], whole[-1][0]
        values = [y for _, y in whole + part]
        self.low_y = 10 ** math.floor(math.log10(min(values)))
        self.high_y = 10 ** math.ceil(math.log10(max(values)))

    def x(self, value):
        share = math.log(value / self.low_x) / math.log(self.high_x / self.low_x)
        return self.left + LEFT + share * (self.width - LEFT - RIGHT)

    def y(self, value):
        share = math.log(value / self.low_y) / math.log(self.high_y / self.low_y)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    def axes(self):
        out = [text(self.left + LEFT, 22, self.title, "start", 14, INK, 700)]
        tick = self.low_y
        while tick <= self.high_y * 1.01:
            out.append(f'<line x1="{self.x(self.low_x):.1f}" x2="{self.x(self.high_x):.1f}" y1="{self.y(tick):.1f}" '
                       f'y2="{self.y(tick):.1f}" stroke="#DDD0BC"/>')
            out.append(text(self.x(self.low_x) - 8, self.y(tick) + 4, f"{tick:g} ms", "end"))
            tick *= 10
        for value, _ in self.whole:
            out.append(text(self.x(value), HEIGHT - BOTTOM + 18, f"{value:g}"))
        out.append(text(self.left + LEFT + (self.width - LEFT - RIGHT) / 2, HEIGHT - 8, self.across))
        return out

    def proportion(self):
        end, most = self.whole[-1]
        begin = max(self.low_x, end * self.low_y / most)
        return (f'<line x1="{self.x(begin):.1f}" y1="{self.y(most * begin / end):.1f}" x2="{self.x(end):.1f}" '
                f'y2="{self.y(most):.1f}" stroke="{SOFT}" stroke-dasharray="5 4"/>')

    def line(self, points, colour, name):
        way = " L ".join(f"{self.x(a):.1f} {self.y(b):.1f}" for a, b in points)
        out = [f'<path d="M {way}" fill="none" stroke="{colour}" stroke-width="2.5"/>']
        for a, b in points:
            out.append(f'<circle cx="{self.x(a):.1f}" cy="{self.y(b):.1f}" r="3.5" fill="{colour}"/>')
            out.append(text(self.x(a), self.y(b) - 9, f"{b:.2g}" if b < 10 else f"{b:.0f}", size=11, colour=INK))
        out.append(text(self.x(points[3][0]), self.y(points[3][1]) + 20, name, "start", colour=colour, weight=700))
        return out

    def draw(self):
        return "\n".join(self.axes() + [self.proportion()] + self.line(self.whole, TEAL, "reading and solving") +
                         self.line(self.part, VIOLET, "solving"))


def series(rows, by):
    return [sorted((int(row[by]), sum(float(row[key]) for key in keys)) for row in rows)
            for keys in (("load_ms", "solve_ms"), ("solve_ms",))]


def main():
    rows = [row for row in csv.DictReader(sys.stdin) if row["kind"] == "chain"]
    by_depth = [row for row in rows if row["width"] == "4"]
    by_width = [row for row in rows if row["depth"] == "40"]
    if len(by_depth) < 2 or len(by_width) < 2:
        sys.exit("plot_solve.py: solve_bench's chains are not in the input")
    half = WIDTH / 2
    panels = [Plot(0, half, "By depth, 4 responses each", "decisions", *series(by_depth, "depth")),
              Plot(half, half, "By width, 40 decisions", "responses of a decision", *series(by_width, "width"))]
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
          'font-family="Inter, Noto Sans, sans-serif" role="img">')
    print("<title>Processor time to read and solve a chain, by depth and by width; dashed: in proportion</title>")
    print(f'<rect width="{WIDTH}" height="{HEIGHT}" rx="12" fill="#FFFFFF"/>')
    for panel in panels:
        print(panel.draw())
    print("</svg>")


main()
