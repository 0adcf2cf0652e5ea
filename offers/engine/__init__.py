"""What a job offer allows: plain Python, no clock, no I/O, every answer with its reason."""
