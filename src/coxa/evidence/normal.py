"""The one number of the normal distribution that every 95 % interval needs."""

from __future__ import annotations

Z95 = 1.959963984540054
"""Standard deviations on either side of a mean within which 95 % of a normal spread lies."""
