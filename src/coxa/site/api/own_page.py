"""Only a page of this app may send: the CSRF token is asked for on every change."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext
from ninja.errors import HttpError
from ninja.utils import check_csrf


def own_page(request: HttpRequest) -> bool:
    """Let a request of one of the app's own pages pass; reading is always allowed.

    Raises
    ------
    HttpError
        403 when a changing request brings no token.
    """
    if check_csrf(request) is not None:
        raise HttpError(403, gettext("This did not come from a page of coxa. Reload the page."))
    return True
