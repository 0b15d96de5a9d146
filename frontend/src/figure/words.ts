// Every word that the figure shows; the page brings them in the person's language.
export interface FigureWords {
  picture: string;
  keys: string;
  play: string;
  pause: string;
  speed: string;
  speeds: Record<"1" | "0.5" | "0.25", string>;
  side: string;
  left: string;
  right: string;
  view: string;
  views: Record<"front" | "side" | "above" | "coach", string>;
  muscles: string;
  does: Record<"lengthens" | "shortens" | "works", string>;
  shortHolds: string;
  still: string;
  moving: string;
  loading: string;
  cannot: string;
  start: string;
  move: string;
  hold: string;
  back: string;
}
