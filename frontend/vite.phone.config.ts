// How the phone's page is built: into one file, since its server gives out nothing else.
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  publicDir: false,
  build: {
    outDir: "../src/coxa/site/static/built",
    // It stands beside what the other build has made.
    emptyOutDir: false,
    target: "es2022",
    rollupOptions: {
      input: { phone: "src/phone/main.ts" },
      output: { entryFileNames: "[name].js", codeSplitting: false },
    },
  },
});
