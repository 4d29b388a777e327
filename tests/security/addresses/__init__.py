"""Each app's doors, one module an app. A view missing here fails the attack test."""
