"""The ASGI application: Django; the live socket will stand beside it here."""

from __future__ import annotations

import os
import warnings
from typing import cast

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coxa.site.settings")

# Static files are small and read in one go; that they are read in a thread needs no warning.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous")

_django = get_asgi_application()

from coxa.site.upload_limit import Application, UploadLimit  # noqa: E402 - needs the settings

application = UploadLimit(cast("Application", _django))
