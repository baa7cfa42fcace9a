"""Who works."""

import getpass

from cchc_desktop.domain.units import Member


def machine_member() -> Member:
    """Return the account of the machine as a member."""
    try:
        account = getpass.getuser()
    except (KeyError, OSError, ImportError):  # Windows without USERNAME, a bare container
        account = "nguoi-dung"
    return Member(f"os-{account}", account)
