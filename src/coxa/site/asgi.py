"""The ASGI application: the live socket, and Django for all else."""

from __future__ import annotations

import os
import warnings
from typing import cast

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coxa.site.settings")

# Static files are small and read in one go; that they are read in a thread needs no warning.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous")

_django = get_asgi_application()

# What follows needs the settings.
from coxa.site.coach.socket import WatchSocket  # noqa: E402
from coxa.site.live.registry import live_tests  # noqa: E402
from coxa.site.live.socket import LiveSocket  # noqa: E402
from coxa.site.upload_limit import Application, UploadLimit  # noqa: E402

_limited = UploadLimit(cast("Application", _django))
application = WatchSocket(LiveSocket(_limited, live_tests))
