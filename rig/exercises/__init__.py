"""Films of exercises whose truth is known: any body does any exercise before any camera."""
