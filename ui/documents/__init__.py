"""The register of documents and the coverage of points by them."""
