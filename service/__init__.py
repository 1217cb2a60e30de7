"""Vakpad: recommends growth inside the PMO profession by rules that advisors can read."""
