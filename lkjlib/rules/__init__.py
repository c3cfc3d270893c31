"""What regulations say: no file, no frame of a report is known here.

`capaian` is achievement by named formula, `category` the scales it is graded on, `targets` what a
target implies and asks (implied target, ambition, pace, fragility), `efficiency` achievement beside
spending.
"""
