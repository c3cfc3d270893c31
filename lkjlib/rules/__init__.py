"""What regulations say: capaian formulas, category scales, targets."""
