// How the front end is built and tested: one entry, stable file names, no external host.
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  publicDir: false,
  build: {
    outDir: "../src/coxa/site/static/built",
    emptyOutDir: true,
    target: "es2022",
    rollupOptions: {
      input: { main: "src/main.ts" },
      output: {
        // The pages name these two files; everything else is found through them.
        entryFileNames: "[name].js",
        assetFileNames: "[name][extname]",
        chunkFileNames: "[name]-[hash].js",
      },
    },
  },
  worker: {
    format: "es",
    // The one name that the site lets run WebAssembly.
    rollupOptions: { output: { entryFileNames: "[name].js", chunkFileNames: "[name].js" } },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    passWithNoTests: false,
  },
});
