"""What goes back to the branches: the submitted file with comments, and a letter for each unit."""
