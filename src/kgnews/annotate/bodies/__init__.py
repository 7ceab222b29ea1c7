"""Names of bodies: where they begin and end, companies, countries that act."""
