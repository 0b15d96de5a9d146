"""Reading recordings in the background: upload, jobs, worker."""
