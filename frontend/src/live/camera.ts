// The cameras of this machine: which there are, opening one, and what can go wrong, as plain outcomes.

export type CameraFault =
  /** The person, or the browser on their behalf, said no. */
  | "refused"
  | "absent"
  /** Another program has it. */
  | "busy"
  /** It was there and is gone. */
  | "unplugged"
  /** The browser gives a camera only to pages of this machine or over https. */
  | "insecure"
  /** The browser lacks something that this needs. */
  | "unsupported";
