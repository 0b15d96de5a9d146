"""The watch socket: landmarks of an exercise come in, what was seen of it goes out."""
