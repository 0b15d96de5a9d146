"""What can be measured of the player's looks: sizes, contrast, targets, focus, motion."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZES = ((390, 844), (820, 1180), (1280, 800))
"""A phone upright, a tablet upright, a laptop."""

# Walks through open shadow roots as the eye does, and hands every element to `visit`.
WALK = """
const walk = (node, visit) => {
  for (const child of node.children) {
    visit(child);
    if (child.shadowRoot) walk(child.shadowRoot, visit);
    walk(child, visit);
  }
};
const above = (one) => one.parentElement ?? one.getRootNode().host ?? null;
const seen = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true})
  && !one.closest(".unseen");
const player = {children: [document.querySelector("coxa-player")]};
"""

CONTRASTS = f"""() => {{
  {WALK}
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {{willReadFrequently: true}});
  const rgba = (colour) => {{
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  }};
  const over = ([r, g, b, a], [R, G, B]) =>
    [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];
  const behind = (one) => {{
    const layers = [];
    for (let at = one; at !== null; at = above(at)) {{
      layers.push(rgba(getComputedStyle(at).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }}
    return layers.reverse().reduce((ground, layer) => over(layer, ground), [255, 255, 255, 1]);
  }};
  const light = ([r, g, b]) => {{
    const line = (value) =>
      value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b);
  }};
  const faded = (one) => {{
    let share = 1;
    for (let at = one; at !== null; at = above(at)) share *= Number(getComputedStyle(at).opacity);
    return share;
  }};
  const found = [];
  walk(player, (one) => {{
    const text = [...one.childNodes].filter((node) => node.nodeType === 3)
      .map((node) => node.textContent.trim()).join(" ").trim();
    if (text === "" || !seen(one) || ["STYLE", "OPTION"].includes(one.tagName)) return;
    const ground = behind(one);
    const [r, g, b, a] = rgba(getComputedStyle(one).color);
    const ink = over([r, g, b, a * faded(one)], ground);
    const [dark, bright] = [light(ink), light(ground)].sort((x, y) => x - y);
    found.push({{text, ratio: (bright + 0.05) / (dark + 0.05)}});
  }});
  return found;
}}"""

TARGETS = f"""() => {{
  {WALK}
  const found = [];
  walk(player, (one) => {{
    if (!["BUTTON", "A"].includes(one.tagName) || !seen(one)) return;
    const {{width, height, right, bottom, left, top}} = one.getBoundingClientRect();
    const name = one.getAttribute("aria-label") ?? one.innerText.trim();
    found.push({{name, kind: one.className, width, height, right, bottom, left, top}});
  }});
  return found;
}}"""

FOCUSED = f"""() => {{
  {WALK}
  let one = document.activeElement;
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
  if (one === null || one === document.body) return null;
  const ringed = one.closest(".way") ?? one;
  const {{outlineStyle, outlineWidth}} = getComputedStyle(ringed);
  return {{
    name: one.getAttribute("aria-label") ?? one.innerText?.trim() ?? "",
    kind: one.className,
    ring_px: outlineStyle === "none" ? 0 : parseFloat(outlineWidth),
  }};
}}"""

MOVING = f"""() => {{
  {WALK}
  const found = document.getAnimations().map((one) => String(one.effect?.target?.className));
  walk(player, (one) => {{
    const {{transitionDuration, animationName}} = getComputedStyle(one);
    const lasts = transitionDuration.split(",").some((part) => parseFloat(part) > 0);
    if (lasts || animationName !== "none") found.push(String(one.className));
  }});
  return found;
}}"""

# The height of the digits themselves, not of the line that they stand in.
DIGITS_PX = """() => {
  const number = document.querySelector("coxa-player").shadowRoot.querySelector(".number");
  const {fontWeight, fontSize, fontFamily} = getComputedStyle(number);
  const pen = new OffscreenCanvas(10, 10).getContext("2d");
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const {actualBoundingBoxAscent: up, actualBoundingBoxDescent: down} =
    pen.measureText(number.innerText);
  return up + down;
}"""


class Contrast(TypedDict):
    """One piece of text and its contrast ratio."""

    text: str
    ratio: float


class Target(TypedDict):
    """One button or link, in pixels of the screen."""

    name: str
    kind: str
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


class Stop(TypedDict):
    """Where the focus is, and how wide the ring about it is drawn."""

    name: str
    kind: str
    ring_px: float


def contrasts(page: Page) -> list[Contrast]:
    found: list[Contrast] = page.evaluate(CONTRASTS)
    assert found, "no text found at all"
    return found


def targets(page: Page) -> list[Target]:
    found: list[Target] = page.evaluate(TARGETS)
    assert found, "no button found at all"
    return found


def moving(page: Page) -> list[str]:
    found: list[str] = page.evaluate(MOVING)
    return found


def digits_px(page: Page) -> float:
    found: float = page.evaluate(DIGITS_PX)
    return found


def tab_stops(page: Page, most: int = 60) -> list[Stop]:
    """What Tab comes to, once round the page, wherever it begins."""
    stops: list[Stop] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop: Stop | None = page.evaluate(FOCUSED)
        if stop is not None and [stop] == stops[:1]:
            break
        if stop is not None:
            stops.append(stop)
    return stops
