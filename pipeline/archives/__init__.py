"""What people pack their files in: zip, 7z, rar, tar. Members come out one by one, within bounds, each accounted for.

Nothing here believes what an archive says of itself: bytes are counted as they come, names are labels and never paths."""
