"""When and where: the words about a figure that set its moment and its place."""
