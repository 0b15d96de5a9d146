"""What hatch_build.py puts together beside the front end; standard library only."""
