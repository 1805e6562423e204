"""docs/requirements.md."""
def requirements_page() -> str:
    """TODO"""
    return ""
