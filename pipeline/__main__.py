"""`python -m pipeline` is the command `conflict-timeline`."""

from pipeline.cli import main

main()
