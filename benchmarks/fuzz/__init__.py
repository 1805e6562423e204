"""Damaged files through the readers and markers: `python -m benchmarks.fuzz KIND [DIR] --out OUT --minutes 30`."""
