"""Dragoman reads the news about diplomacy and keeps its record."""
