"""The office's roster: the workbook as offices have it, who should hand in, who is who, what came when, and whom a name means."""
