"""The formats: write(outcome, out, …) and nothing else. They compute nothing."""
