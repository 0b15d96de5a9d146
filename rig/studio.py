"""Draws pictures off screen with OpenGL (EGL; Mesa's software renderer is enough): key light, soft
shadow, room.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import moderngl
import numpy as np
from numpy.typing import NDArray

from rig.body_data import Floats
from rig.lens import Lens
from rig.mesh import WOOD, Mesh
from rig.mirror import Pane
from rig.rotations import Y, about, unit
from rig.scene import Room
from rig.surface import Surface

SHADERS = Path(__file__).parent / "shaders"
SHADOW_PX = 1024
LIGHT_SPAN_M = 2.2
Picture = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Drawn:
    """One object on the graphics side: what changes per frame is in `moving`."""

    moving: moderngl.Buffer
    pictured: moderngl.VertexArray
    shaded: moderngl.VertexArray | None
    buffers: tuple[moderngl.Buffer, ...]

    def release(self) -> None:
        """Give the memory back."""
        for array in (self.pictured, self.shaded):
            if array:
                array.release()
        for buffer in self.buffers:
            buffer.release()


@dataclass(frozen=True, eq=False)
class Glass:
    """A mirror on the graphics side: its pane, and the picture that it shows."""

    pane: Pane
    shape: moderngl.VertexArray
    image: moderngl.Texture
    canvas: moderngl.Framebuffer

    def release(self) -> None:
        """Give the memory back."""
        for each in (self.shape, self.canvas, self.image):
            each.release()


class Studio:
    """A renderer for one picture size. Use it as a context manager; pictures are (height, width, 3)
    RGB.
    """

    def __init__(
        self, width_px: int, height_px: int, samples: int = 4, shadow_px: int = SHADOW_PX
    ) -> None:
        self.context = moderngl.create_context(standalone=True, backend="egl")  # type: ignore[arg-type]
        c = self.context
        self.samples = min(samples, c.max_samples)
        self.skin = self._program("surface", "PERSON")
        self.walls = self._program("surface", "ROOM")
        self.caster = self._program("shadow", "CASTER")
        self.silver = self._program("mirror", "MIRROR")
        self._stretch(width_px, height_px)
        self.shadow = c.depth_texture((shadow_px, shadow_px))
        self.shadow.compare_func = "<="
        self.shadow_canvas = c.framebuffer(depth_attachment=self.shadow)
        self.things: list[Drawn] = []
        self.mirror: Glass | None = None

    def __enter__(self) -> "Studio":
        return self

    def __exit__(self, *_: object) -> None:
        self.context.release()

    def clear(self, width_px: int, height_px: int) -> None:
        """Empty the studio for another scene; its compiled programs stay."""
        for thing in self.things:
            thing.release()
        self.things = []
        if self.mirror:
            self.mirror.release()
        self.mirror = None
        if (width_px, height_px) != self.size:
            self.canvas.release()
            self.flat.release()
            self._stretch(width_px, height_px)

    def add_room(self, room: Mesh) -> Drawn:
        """Put furniture in; it never moves."""
        cut = np.full(len(room.points), -1.0)
        return self._add(
            room.points,
            room.normals,
            room.colour,
            room.points,
            cut,
            room.pattern,
            room.triangles,
            False,
        )

    def add_person(self, surface: Surface) -> Drawn:
        """Put a person in; move them with `move`."""
        return self._add(
            surface.points,
            surface.normals,
            surface.colour,
            surface.points,
            surface.cut,
            surface.cloth,
            surface.triangles,
            True,
        )

    def hang_mirror(self, pane: Pane) -> None:
        """Let a pane show the room before it; its frame is furniture."""
        c = self.context
        corners = c.buffer(pane.corners[[0, 1, 2, 0, 2, 3]].astype("f4"))
        image = c.texture(self.size, 3)
        self.mirror = Glass(
            pane,
            c.vertex_array(self.silver, [(corners, "3f", "in_point")]),
            image,
            c.framebuffer([image]),
        )

    def move(self, thing: Drawn, points: Floats, normals: Floats) -> None:
        """Give a thing new points and normals (n, 3)."""
        thing.moving.write(np.hstack([points, normals]).astype("f4"))

    def picture(self, lens: Lens, room: Room, focus: Floats) -> Picture:
        """Draw everything as the lens sees it in the room's light, shadows around `focus`."""
        direction = about(Y, room.light_yaw_deg) @ unit(np.array([0.0, 0.85, 0.8]))
        from_light = _light_clip(direction, focus)
        _uniform(self.caster, "shadow_clip").write(_columns(from_light))
        self.shadow_canvas.use()
        self.shadow_canvas.clear(depth=1.0)
        self.context.enable_only(moderngl.DEPTH_TEST)
        for thing in self.things:
            if thing.shaded:
                thing.shaded.render()
        for program in (self.skin, self.walls):
            _uniform(program, "shadow_clip").write(_columns(from_light))
            _uniform(program, "key_direction").value = tuple(direction)
            _uniform(program, "key_light").value = _tint(0.85 * room.light, room.light_warmth)
            _uniform(program, "ambient").value = room.ambient
        self.shadow.use(0)
        if self.mirror:
            self._reflect(lens, self.mirror)
        self._look(lens.clip_matrix(), lens.position)
        if self.mirror:
            _uniform(self.silver, "clip").write(_columns(lens.clip_matrix()))
            self.mirror.image.use(0)
            self.mirror.shape.render()
        source = self.canvas
        if self.samples:
            self.context.copy_framebuffer(self.flat, self.canvas)
            source = self.flat
        raw = source.read(components=3, alignment=1)
        image = np.frombuffer(raw, np.uint8).reshape(self.size[1], self.size[0], 3)[::-1]
        return image[:, ::-1] if lens.camera.mirrored else image

    def _look(self, clip: Floats, eye: Floats, before: Floats | None = None) -> None:
        """Draw all things onto the canvas; only those before the plane (4,), where one is given."""
        for program in (self.skin, self.walls):
            _uniform(program, "clip").write(_columns(clip))
            _uniform(program, "eye").value = tuple(eye)
            _uniform(program, "before").value = (0.0,) * 4 if before is None else tuple(before)
        self.canvas.use()
        self.canvas.clear(0.75, 0.74, 0.72)
        for thing in self.things:
            thing.pictured.render()

    def _reflect(self, lens: Lens, glass: Glass) -> None:
        """Draw what the pane shows: the room reflected in its plane, which turns left and right
        about and with them what counts as the front of a triangle.
        """
        self.context.front_face = "cw"
        self._look(
            lens.clip_matrix() @ glass.pane.reflection(),
            glass.pane.reflected(lens.position),
            glass.pane.plane,
        )
        self.context.front_face = "ccw"
        self.context.copy_framebuffer(glass.canvas, self.canvas)

    def _stretch(self, width_px: int, height_px: int) -> None:
        c, self.size = self.context, (width_px, height_px)
        self.canvas = c.framebuffer(
            [c.renderbuffer(self.size, 3, samples=self.samples)],
            c.depth_renderbuffer(self.size, samples=self.samples),
        )
        self.flat = c.framebuffer([c.renderbuffer(self.size, 3)])

    def _program(self, name: str, kind: str) -> moderngl.Program:
        return self.context.program(
            vertex_shader=_shader(f"{name}.vert", kind),
            fragment_shader=_shader(f"{name}.frag", kind),
        )

    def _add(
        self,
        points: Floats,
        normals: Floats,
        colour: Floats,
        rest: Floats,
        cut: Floats,
        pattern: Floats,
        triangles: NDArray[np.int64],
        is_person: bool,
    ) -> Drawn:
        c = self.context
        moving = c.buffer(np.hstack([points, normals]).astype("f4"))
        fixed = c.buffer(np.hstack([colour, rest, cut[:, None], pattern[:, None]]).astype("f4"))
        index = c.buffer(triangles.astype("i4"))
        attributes: list[Any] = [
            (moving, "3f 3f", "in_point", "in_normal"),
            (fixed, "3f 3f 1f 1f", "in_colour", "in_rest", "in_cut", "in_pattern"),
        ]
        cast: list[Any] = [(moving, "3f 12x", "in_point"), (fixed, "24x 1f 4x", "in_cut")]
        # The room's shell would keep the light out.
        casting = triangles[(pattern[triangles] < WOOD).all(axis=1)] if not is_person else triangles
        shade = c.buffer(casting.astype("i4")) if len(casting) else None
        thing = Drawn(
            moving,
            c.vertex_array(
                self.skin if is_person else self.walls, attributes, index, skip_errors=True
            ),
            c.vertex_array(self.caster, cast, shade) if shade else None,
            (moving, fixed, index, *([shade] if shade else [])),
        )
        self.things.append(thing)
        return thing


def _shader(name: str, kind: str) -> str:
    version, rest = (SHADERS / name).read_text().split("\n", 1)
    return f"{version}\n#define {kind}\n{rest}"


def _tint(strength: float, warmth: float) -> tuple[float, float, float]:
    """Colour of the key light: a lamp at warmth 1, open shade at -1."""
    return strength * (1.0 + 0.12 * warmth), strength * 0.96, strength * (0.90 - 0.30 * warmth)


def _uniform(program: moderngl.Program, name: str) -> moderngl.Uniform:
    return cast(moderngl.Uniform, program[name])


def _columns(matrix: Floats) -> bytes:
    """A (4, 4) matrix as OpenGL wants it, column by column."""
    return matrix.T.astype("f4").tobytes()


def _light_clip(direction: Floats, focus: Floats) -> Floats:
    """Orthographic clip matrix (4, 4) of the key light."""
    right = unit(np.cross(Y, direction))
    up = np.cross(direction, right)
    rotation = np.stack([right, up, direction])
    matrix = np.eye(4)
    scale = np.array([1 / LIGHT_SPAN_M, 1 / LIGHT_SPAN_M, -1 / (2.5 * LIGHT_SPAN_M)])
    matrix[:3, :3] = scale[:, None] * rotation
    matrix[:3, 3] = -scale * (rotation @ focus)
    return matrix
