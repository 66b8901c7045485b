"""From news articles to a validated, dated conflict event dataset. See README.md; the flow is in `pipeline/build.py`."""
