"""The typed API under ``/api/``: records in and out in their one dictionary form."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from coxa.errors import CoxaError
from coxa.wording import say_error

ROUTERS = ("measurements", "readings", "sessions", "you")
"""Each names a module of this package with a ``router``; its address is ``/api/<name>``."""

# The documentation page of ninja loads scripts from outside: only the OpenAPI file is served.
api = NinjaAPI(title="coxa", version="1", docs_url=None, urls_namespace="api")


@api.exception_handler(CoxaError)
def _tell_fault(request: HttpRequest, fault: CoxaError) -> HttpResponse:
    body = {"id": fault.message_id, "message": say_error(fault, gettext)}
    return api.create_response(request, body, status=fault.http_status)


@api.exception_handler(ValidationError)
def _tell_bad_input(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    first = fault.errors[0]
    where = ".".join(str(part) for part in first["loc"])
    message = gettext("This does not fit: {where}: {problem}. Nothing was saved.").format(
        where=where, problem=first["msg"]
    )
    body = {"id": "invalid_record", "message": message}
    return api.create_response(request, body, status=422)


@api.exception_handler(HttpError)
def _tell_refusal(request: HttpRequest, fault: HttpError) -> HttpResponse:
    body = {"id": "refused", "message": fault.message}
    return api.create_response(request, body, status=fault.status_code)


for _name in ROUTERS:
    if find_spec(f"{__name__}.{_name}") is not None:
        api.add_router(f"/{_name}", import_module(f"{__name__}.{_name}").router)
