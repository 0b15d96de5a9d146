// Reads figure.bin: the header's length, the header (JSON), then the arrays (build_parts/figure.py).

interface ArrayPlace {
  type: "uint8" | "int8" | "uint16";
  items: number;
  count: number;
  offset: number;
}

interface Header {
  format: string;
  bones: { name: string; parent: string | null; rest: [number, number, number] }[];
  position_low: number[];
  position_size: number[];
  palette: string[];
  arrays: Record<string, ArrayPlace>;
}

/** The mannequin at rest: metres, x to its left, y up, z forward. */
export interface Body {
  bones: Header["bones"];
  palette: string[];
  positions: Float32Array;
  normals: Int8Array;
  boneIndex: Uint8Array;
  boneWeight: Uint8Array;
  colours: Uint8Array;
  triangles: Uint16Array;
}

const FORMAT = "coxa-figure/1";
const KINDS = { uint8: Uint8Array, int8: Int8Array, uint16: Uint16Array };

/** The body in the file. Throws where the file is of another format. */
export function readBody(file: ArrayBuffer): Body {
  const headerBytes = new DataView(file).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, headerBytes))) as Header;
  if (header.format !== FORMAT) throw new Error(`figure.bin: ${header.format}`);
  const array = <Kind>(name: string): Kind => {
    const place = header.arrays[name]!;
    const start = 4 + headerBytes + place.offset;
    return new KINDS[place.type](file, start, place.count * place.items) as Kind;
  };
  return {
    bones: header.bones,
    palette: header.palette,
    positions: metres(array<Uint16Array>("positions"), header),
    normals: array("normals"),
    boneIndex: array("bones"),
    boneWeight: array("weights"),
    colours: array("colours"),
    triangles: array("triangles"),
  };
}

function metres(quantised: Uint16Array, header: Header): Float32Array {
  return Float32Array.from(quantised, (value, index) => {
    const axis = index % 3;
    return header.position_low[axis]! + (value / 65535) * header.position_size[axis]!;
  });
}
