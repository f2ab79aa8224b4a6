"""Jobs: what runs the road again and again: over feeds, over old articles with a new codebook."""
