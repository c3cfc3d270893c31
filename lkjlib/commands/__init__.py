"""The commands of `lkj`, a module each where a command needs more than a few lines."""
