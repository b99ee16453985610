"""Plugins that load only when LocalStack asks for them: its modules are slow to import."""

from typing import Any

from localstack.runtime.server.core import RuntimeServerPlugin
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin


class ProcessExecutor(RuntimeExecutorPlugin):
    """LAMBDA_RUNTIME_EXECUTOR=process"""

    name = "process"

    def load(self, *args: Any, **kwargs: Any) -> type:
        from antrean_host.executor import ProcessRuntimeExecutor

        return ProcessRuntimeExecutor


class LoopbackServer(RuntimeServerPlugin):
    """GATEWAY_SERVER=loopback"""

    name = "loopback"

    def load(self, *args: Any, **kwargs: Any) -> Any:
        from antrean_host.loopback import LoopbackRuntimeServer

        return LoopbackRuntimeServer()
