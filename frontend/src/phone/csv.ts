// A take as the file that `coxa measure FILE.csv` reads: docs/file-formats.md.
import type { Row } from "./protocol.js";

export const COLUMNS = [
  "time_s",
  "alpha_deg",
  "beta_deg",
  "gamma_deg",
  "ax",
  "ay",
  "az",
  "rate_alpha_deg_s",
  "rate_beta_deg_s",
  "rate_gamma_deg_s",
] as const;

export function asCsv(rows: readonly Row[]): string {
  const lines = rows.map((row) => row.map((value) => (value === null ? "" : plain(value))).join(","));
  return [COLUMNS.join(","), ...lines, ""].join("\r\n");
}

/** Without an exponent, which some tables misread; a ten-thousandth is finer than any sensor. */
function plain(value: number): string {
  return String(Number(value.toFixed(5)));
}

export function saveFile(name: string, content: string, page: Document = document): void {
  const link = page.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "text/csv" }));
  link.download = name;
  link.click();
  // The browser reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
