"""How well the coach sees exercises: films whose truth is known, through watcher and coach."""
