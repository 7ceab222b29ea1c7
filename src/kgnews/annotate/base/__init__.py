"""The working document: characters, words, sentences, and what all passes share."""
