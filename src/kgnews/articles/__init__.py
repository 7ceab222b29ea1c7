"""Page repair: a page is cut into its articles, columns are put back in order, what cannot be placed is listed."""

from kgnews.articles.cutting import cut

__all__ = ["cut"]
