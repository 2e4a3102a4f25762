"""How the program looks and reacts; no rule of the form stands here."""
