"""``python -m tests.house.own_words ARTICLE.txt``: fingerprints of the article's runs of words.

The article that started this project is not ours to copy. What is kept of it here are fingerprints
of every six words in a row, so that a test can find a copied phrase without holding the text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

RUN_WORDS = 6
FINGERPRINTS = Path(__file__).with_name("article_fingerprints.txt")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def runs(text: str) -> Iterator[str]:
    """Every six words in a row, in lower case, without signs between them."""
    words = [word.replace("'", "").replace("’", "") for word in _WORD.findall(text.lower())]
    for start in range(len(words) - RUN_WORDS + 1):
        yield " ".join(words[start : start + RUN_WORDS])


def fingerprint(run: str) -> str:
    return blake2b(run.encode(), digest_size=6).hexdigest()


def main() -> int:
    """Write the fingerprints of the article whose file is named."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    lines = sorted({fingerprint(run) for run in runs(text)})
    FINGERPRINTS.write_text("\n".join(lines) + "\n", encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
