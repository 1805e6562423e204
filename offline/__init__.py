"""What an office without network installs from: a folder with everything in it, made on a computer that has one."""
