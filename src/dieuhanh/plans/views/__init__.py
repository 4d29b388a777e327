"""The pages on which plans are made."""
