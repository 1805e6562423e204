"""What goes out: reviewed material packed unit by unit, recorded, and compared with what went out before."""
