"""LocalStack's own server, on 127.0.0.1 alone: it takes no notice of GATEWAY_LISTEN's address."""

from typing import Any

from localstack.runtime.server.twisted import TwistedRuntimeServer
from twisted.internet import endpoints


class LoopbackRuntimeServer(TwistedRuntimeServer):
    def register(self, *args: Any, **kwargs: Any) -> None:
        every_address = endpoints.TCP4ServerEndpoint
        endpoints.TCP4ServerEndpoint = lambda reactor, port: every_address(
            reactor, port, interface="127.0.0.1"
        )
        try:
            super().register(*args, **kwargs)
        finally:
            endpoints.TCP4ServerEndpoint = every_address
