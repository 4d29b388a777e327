"""Users, sign-in, posts and grants, from which an Actor is built."""
