"""Documents as HTML and as PDF/A, made from one value: what a document says, apart from how it looks."""
