"""Where everything is."""

from pathlib import Path

DEVTOOLS = Path(__file__).resolve().parent.parent
LOCALSTACK = DEVTOOLS.parent
ROOT = LOCALSTACK.parent.parent
EMBEDDED = ROOT / "localstack" / "embedded"
TEMPLATE = ROOT / "template.yaml"

STATE = ROOT / ".antrean" / "localstack"
LOGS = STATE / "logs"
FUNCTION_LOGS = LOGS / "functions"
