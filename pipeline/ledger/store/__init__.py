"""The database of a working folder: what people decided, what was released. Events are only ever added."""
