"""A line plot as SVG, without a library: for figures that a bench leaves behind."""

from collections.abc import Mapping, Sequence

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 760, 360, 60, 50, 40
COLOURS = ("#1b6ca8", "#b8bcc2", "#c0562f", "#3c8d40")


def svg(lines: Mapping[str, Sequence[tuple[float, float]]], *, title: str, unit: str = "ms") -> str:
    """Lines of (x, y), both axes from zero.

    Args:
        lines: by name.
        title: over the plot.
        unit: of y.
    """
    right = max(x for line in lines.values() for x, _ in line)
    top = max(y for line in lines.values() for _, y in line) * 1.1

    def at(x: float, y: float) -> str:
        return f"{LEFT + x / right * (WIDTH - LEFT - 20):.1f},{HEIGHT - BOTTOM - y / top * (HEIGHT - BOTTOM - TOP):.1f}"

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/><text x="{LEFT}" y="22" font-size="14">{title}</text>',
    ]
    for i in range(5):
        y = top * i / 4
        x0, y0 = at(0, y).split(",")
        x1, _ = at(right, y).split(",")
        parts.append(f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y0}" stroke="#e3e3e3"/><text x="8" y="{float(y0) + 4}">{y:.1f} {unit}</text>')
        x = right * i / 4
        parts.append(f'<text x="{float(at(x, 0).split(",")[0]) - 20}" y="{HEIGHT - BOTTOM + 20}">{x:,.0f}</text>')
    for n, (name, line) in enumerate(lines.items()):
        colour = COLOURS[n % len(COLOURS)]
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(at(x, y) for x, y in line)}"/>')
        parts.append(f'<text x="{LEFT + 10 + n * 110}" y="{HEIGHT - 10}" fill="{colour}">{name}</text>')
    return "\n".join((*parts, "</svg>", ""))
