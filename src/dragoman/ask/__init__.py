"""Asking: read-only questions to a record, each with the same filters, each as nouns for programs and as tables for people."""
