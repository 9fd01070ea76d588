"""Which functional tests there is something to run on."""

from pathlib import Path

# The published scorer and its gold records stand beside a checkout, never inside it.
SCORER = Path(__file__).parents[3] / "shared" / "eval" / "score.py"

collect_ignore = [] if SCORER.is_file() else ["test_evaluate_against_published_scorer.py"]
