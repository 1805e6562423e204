"""The 台账: what every unit and member promised, what is to be mended, who handed in."""
