"""``coxa serve``: the app in the browser, on this machine."""

from __future__ import annotations

import click


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; beyond this machine a code is asked for, which is printed.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open a browser where there is one.")
def command(port: int, host: str, open_browser: bool) -> None:
    """Start the app and print its address. Stop it with Ctrl+C."""
    from coxa.site.serve import serve

    serve(host=host, port=port, open_browser=open_browser)
