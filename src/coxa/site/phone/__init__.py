"""A phone of the person's, let in over the local network for one test: it, its page, no more."""
