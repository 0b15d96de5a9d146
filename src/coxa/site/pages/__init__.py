"""Pages, one per file; each view takes a request and renders one template."""
