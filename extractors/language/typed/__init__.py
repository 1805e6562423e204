"""What differs between two clerks who type the same promise, put right: the components see one spelling, and `Offsets` lead what they
find back to the print."""
