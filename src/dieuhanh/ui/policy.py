"""What a page may load: everything from ourselves; one page may hold one foreign frame."""

from __future__ import annotations

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
PERMISSIONS = "camera=(), microphone=()"


def framing(origin: str) -> dict[str, str]:
    """The headers of a page that holds a frame from an origin, which may ask for camera and sound.

    >>> framing("https://hop.example.vn")["Content-Security-Policy"].rpartition("; ")[2]
    'frame-src https://hop.example.vn'
    """
    allowed = f'(self "{origin}")'
    return {
        "Content-Security-Policy": f"{POLICY}; frame-src {origin}",
        "Permissions-Policy": f"camera={allowed}, microphone={allowed}, fullscreen={allowed}",
    }


__all__ = ["PERMISSIONS", "POLICY", "framing"]
