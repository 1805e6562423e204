"""Helpers of the OFD reader (GB/T 33190-2016): the package, its pages, and what stands on them."""
