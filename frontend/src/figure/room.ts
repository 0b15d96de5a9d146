// What the body stands, sits, lies or pulls on.
import {
  BoxGeometry,
  CircleGeometry,
  CylinderGeometry,
  Group,
  MathUtils,
  Mesh,
  MeshStandardMaterial,
  ShadowMaterial,
  Vector3,
} from "three";
import type { BufferGeometry, Material } from "three";

import { PLACE } from "./motion.js";
import type { Motion, Prop } from "./motion.js";

export interface RoomColours {
  wood: string;
  cloth: string;
  wall: string;
  band: string;
}

const BAND_RADIUS_M = 0.007;
const LEG_M = 0.035;
const FLOOR_RADIUS_M = 2.4;
const UP = new Vector3(0, 1, 0);

/** The things of one exercise; `follow` keeps a band at the foot that it is tied round. */
export class Room {
  readonly group = new Group();
  private readonly bands: { mesh: Mesh; prop: Prop; bone: number }[] = [];

  constructor(motion: Motion, colours: RoomColours) {
    for (const prop of motion.props) {
      if (prop.kind === "band") this.addBand(prop, motion, colours);
      else this.group.add(thing(prop, colours));
    }
  }

  follow(pose: Float32Array): void {
    for (const { mesh, prop, bone } of this.bands) {
      const end = new Vector3(pose[bone * PLACE], pose[bone * PLACE + 1], pose[bone * PLACE + 2]);
      between(mesh, new Vector3(...prop.centre), end);
    }
  }

  private addBand(prop: Prop, motion: Motion, colours: RoomColours): void {
    const round = new CylinderGeometry(BAND_RADIUS_M, BAND_RADIUS_M, 1, 10);
    const mesh = solid(round, colours.band);
    this.bands.push({ mesh, prop, bone: motion.bones.indexOf(prop.bone ?? "") });
    this.group.add(mesh);
  }
}

/** Stretch a cylinder of length one from one point to another. */
export function between(mesh: Mesh, from: Vector3, to: Vector3): void {
  const way = to.clone().sub(from);
  mesh.position.copy(from).addScaledVector(way, 0.5);
  mesh.scale.set(1, way.length(), 1);
  mesh.quaternion.setFromUnitVectors(UP, way.normalize());
}

function thing(prop: Prop, colours: RoomColours): Group {
  const group = new Group();
  if (prop.kind === "floor") {
    const floor = new Mesh(new CircleGeometry(FLOOR_RADIUS_M, 48), new ShadowMaterial({ opacity: 0.22 }));
    floor.rotation.x = -Math.PI / 2;
    floor.receiveShadow = true;
    group.add(floor);
    return group;
  }
  const [width, height, depth] = prop.size;
  if (prop.kind === "chair" || prop.kind === "bench") group.add(...seat(prop, colours));
  else if (prop.kind === "wall") group.add(see(solid(new BoxGeometry(width, height, depth), colours.wall), 0.45));
  else group.add(solid(new BoxGeometry(width, height, depth), colours.cloth));
  group.position.set(...prop.centre);
  group.rotation.y = MathUtils.degToRad(prop.yaw_deg);
  return group;
}

/** A seat whose upper face is at the group's origin, its four legs, and a back where it has one. */
function seat(prop: Prop, colours: RoomColours): Mesh[] {
  const [width, height, depth] = prop.size;
  const top = solid(new BoxGeometry(width, height, depth), colours.wood);
  top.position.y = -height / 2;
  const parts = [top];
  const long = prop.centre[1] - height;
  for (const x of [-1, 1]) {
    for (const z of [-1, 1]) {
      const leg = solid(new BoxGeometry(LEG_M, long, LEG_M), colours.wood);
      leg.position.set((x * (width - LEG_M)) / 2, -height - long / 2, (z * (depth - LEG_M)) / 2);
      parts.push(leg);
    }
  }
  if (prop.back_m !== null) {
    const above = prop.back_m - prop.centre[1];
    const back = solid(new BoxGeometry(width, above, LEG_M), colours.wood);
    back.position.set(0, above / 2, -(depth - LEG_M) / 2);
    parts.push(back);
  }
  return parts;
}

function solid(geometry: BufferGeometry, colour: string): Mesh {
  const mesh = new Mesh(geometry, new MeshStandardMaterial({ color: colour, roughness: 0.9 }));
  mesh.castShadow = true;
  mesh.receiveShadow = true;
  return mesh;
}

function see(mesh: Mesh, opacity: number): Mesh {
  const material = mesh.material as Material;
  material.transparent = true;
  material.opacity = opacity;
  material.depthWrite = false;
  mesh.castShadow = false;
  return mesh;
}
