"""The register of papers: number, symbol, issuer, date, file, checksum."""
