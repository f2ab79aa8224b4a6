import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "record"))  # so that tests find `stories`
