"""The report: one HTML file in which a reader sees the events in time, on the map and by who did what to whom, and the
words behind each.

    from pipeline.report import write_report

`gather` takes the published tables apart, `draw_map` and `mark` prepare what a browser could not, `write` puts it into
the page of `page/`: a template, a style and a few scripts, plain files without any library. `atlas` has the countries.
"""

from pipeline.report.write import write_report

FILE = "report.html"
"""Its name beside the tables."""

__all__ = ["FILE", "write_report"]
