"""Where everything is."""

from pathlib import Path

DEVTOOLS = Path(__file__).resolve().parent.parent
ROOT = DEVTOOLS.parent.parent
LOCALSTACK = ROOT / "localstack"
TEMPLATE = ROOT / "template.yaml"

STATE = ROOT / ".antrean" / "localstack"
LOGS = STATE / "logs"
FUNCTION_LOGS = LOGS / "functions"
