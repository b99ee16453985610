"""Of what the commands refuse and show: nothing here talks to anybody."""
