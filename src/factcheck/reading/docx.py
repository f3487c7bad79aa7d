"""Word files: the text as it reads when every tracked change is accepted, and the paragraph, cell or note where it stands.

Office Open XML, WordprocessingML (ISO/IEC 29500-1). Read as a stream of elements by expat, so that no tree is built and nothing is nested in calls.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

from ..document import Document, Part
from ..errors import Fault, UserError
from .wordtext import Story, Styles

MAX_UNPACKED = 128 * 1024 * 1024
# Word's own files shrink to a tenth or a fiftieth; only what was made to burst shrinks to a thousandth.
MAX_RATIO = 300
MAX_DEPTH = 400


def read_docx(data: bytes, name: str) -> Document:
    """The document of a Word file: its body, then its footnotes and endnotes as far as the text refers to them. Raises UserError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Package(archive, name).document()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, expat.ExpatError, UnicodeError, ValueError, OSError):
        raise UserError(Fault("is damaged: no Word file can be read from it", name)) from None


class _Package:
    """The parts of a Word file; their unpacked sizes count together."""

    def __init__(self, archive: zipfile.ZipFile, name: str):
        self.archive = archive
        self.name = name
        self.left = MAX_UNPACKED
        self.names = set(archive.namelist())

    def fault(self, message: str) -> UserError:
        return UserError(Fault(message, self.name))

    def document(self) -> Document:
        main = self.related("", "officeDocument") or "word/document.xml"
        if main not in self.names:
            raise self.fault("is a zip archive that holds no Word document" if "mimetype" not in self.names else "is an OpenDocument file: save it as .docx in Word, WPS or LibreOffice")
        styles = Styles()
        found = self.related(main, "styles")
        if found in self.names:
            self.parse(found, styles.start, styles.end, lambda text: None)
        body = self.story(main, styles)
        text, parts = [body.text()], list(body.parts)
        length = len(text[0])
        for kind, wanted in (("footnote", body.footnotes), ("endnote", body.endnotes)):
            found = self.related(main, f"{kind}s")
            if not wanted or found not in self.names:
                continue
            notes = self.story(found, styles)
            for number, note in enumerate(dict.fromkeys(wanted), 1):
                words = notes.notes.get(note, "").strip("\n")
                if words:
                    parts.append(Part(length, f"{kind} {number}"))
                    text.append(words + "\n")
                    length += len(words) + 1
        return Document(self.name, "".join(text), parts=tuple(parts), wrapped=False)

    def story(self, part: str, styles: Styles) -> Story:
        story = Story(styles)
        self.parse(part, story.start, story.end, story.characters)
        if story.unfinished:
            story = Story(styles, paired=False)
            self.parse(part, story.start, story.end, story.characters)
        return story

    def related(self, part: str, kind: str) -> str:
        """The part that `part` names as its `kind`; "" if none."""
        folder, base = posixpath.split(part)
        path, found = posixpath.join(folder, "_rels", base + ".rels"), []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag.endswith(" Relationship") and attributes.get("Type", "").endswith("/" + kind) and attributes.get("TargetMode") != "External":
                found.append(attributes.get("Target", ""))

        if path in self.names:
            self.parse(path, start, lambda tag: None, lambda text: None)
        return posixpath.normpath(posixpath.join("/", folder, found[0])).lstrip("/") if found else ""

    def parse(self, part: str, start: Callable[[str, dict[str, str]], None], end: Callable[[str], None], characters: Callable[[str], None]) -> None:
        """Hands the elements of `part` on. Raises UserError for what bursts, nests without end or declares entities."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        depth = 0

        def opened(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > MAX_DEPTH:
                raise self.fault(f"is nested more than {MAX_DEPTH} deep")
            start(tag, attributes)

        def closed(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(tag)

        def declared(*_: object) -> None:
            raise self.fault("declares a document type in its XML, which no Word file does")

        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = opened, closed, characters, declared
        for chunk in self.unpacked(part):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def unpacked(self, part: str) -> Iterator[bytes]:
        about = self.archive.getinfo(part)
        if about.flag_bits & 1:
            raise self.fault("is protected by a password: open it and save a copy without one")
        self.left -= about.file_size
        if self.left < 0 or about.file_size > MAX_RATIO * about.compress_size + 2**20:
            raise self.fault(f"unpacks to more than {MAX_UNPACKED // 2**20} MiB, or to {MAX_RATIO} times its size")
        read = 0
        with self.archive.open(about) as file:
            while chunk := file.read(2**16):
                read += len(chunk)
                if read > about.file_size:
                    raise self.fault("unpacks to more than it says")
                yield chunk
