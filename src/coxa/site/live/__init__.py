"""The live socket: landmarks of a camera test come in, what to do next goes out."""
