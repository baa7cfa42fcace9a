"""The view "Phiên họp": sittings of the council, and the window for the projector."""
