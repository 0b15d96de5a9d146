"""The tests beside the seated one: lying prone, lying supine, standing with one knee lifted."""
