"""What lies in the inbox: every file is accounted for, archives are opened within bounds, nothing is followed outside."""

from pipeline.intake.collect import Intake, collect

__all__ = ["Intake", "collect"]
