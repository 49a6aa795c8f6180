"""What can go wrong, each with a sentence that says what was found and what to do."""


class Error(Exception):
    """Everything that this package raises of its own. `name` is the input that it is about, where there is one.

    >>> import de_an_06
    >>> try:
    ...     de_an_06.extract(b"GIF89a", name="logo.gif")
    ... except de_an_06.Error as error:
    ...     print(error.name, "|", error)
    logo.gif | logo.gif: this is a GIF picture, not a page, a document or text; save the page, not its picture
    """

    name: str | None

    def __init__(self, message: str, name: str | None = None) -> None:
        super().__init__(message)
        self.name = name


class SourceError(Error):
    """The input is not there, cannot be opened, holds no page, or is longer than a page may be."""


class DocumentError(Error):
    """The input is no page, document or text, or it is damaged, locked or too large."""


class NoArticleError(Error):
    """The page holds no article."""


class OptionError(Error, ValueError):
    """An argument says something that cannot be: a day that is none, a lexicon with a mistake in it."""


class InternalError(Error):
    """A mistake of this program. The input is worth a report; others can be read all the same."""
