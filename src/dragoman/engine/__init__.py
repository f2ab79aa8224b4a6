"""The language engine: sentence splitting, the gate, spaCy set-up and batches. The only place that imports spaCy."""
